using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.Tests.Parquet;

namespace Interlock.Datasets.Tests.LeRobot;

public sealed class HostileDatasetTests
{
    private const int Mutations = 400;

    [Theory]
    [InlineData("meta/info.json")]
    [InlineData("meta/tasks.parquet")]
    [InlineData("meta/episodes/chunk-000/file-000.parquet")]
    [InlineData("data/chunk-000/file-000.parquet")]
    public void Damage_to_any_file_gives_a_named_error_or_a_readable_dataset(string file)
    {
        using LeRobotTestFolder folder = LeRobotTestFolder.SoundV3();
        string path = Path.Combine(folder.Root, file);
        byte[] intact = File.ReadAllBytes(path);
        SeededRandom random = new((ulong)file.Length);
        int refused = 0;
        for (int i = 0; i < Mutations; i++)
        {
            File.WriteAllBytes(path, Mutation.Of(intact, random));
            refused += IsRefused(folder) ? 1 : 0;
        }

        Assert.InRange(refused, 1, Mutations);
    }

    private static bool IsRefused(LeRobotTestFolder folder)
    {
        try
        {
            DatasetInspection.Run(folder.Open());
            return false;
        }
        catch (DiagnosticException problem)
        {
            Assert.All(problem.Diagnostics, item => Assert.NotNull(item.Place));
            return true;
        }
    }
}
