using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;

namespace Interlock.Recording.Tests.Ros2;

/// <summary>Whatever a recording holds, an export ends with a file that can be read or with a finding.</summary>
public sealed class Ros2FuzzTests
{
    // INTERLOCK_LONG=1 tries more.
    private static readonly int Trials = Environment.GetEnvironmentVariable("INTERLOCK_LONG") == "1" ? 2000 : 60;

    [Fact]
    public void A_damaged_recording_gives_a_whole_file_or_a_finding()
    {
        using TemporaryFolder folder = new();
        byte[] whole = File.ReadAllBytes(Ros2Sample.Record(folder));
        SeededRandom random = new(62);
        string damaged = folder.PathOf("damaged.mcap");
        int exported = 0;
        for (int trial = 0; trial < Trials; trial++)
        {
            byte[] bytes = [.. whole[..(trial % 3 == 0 ? (int)(random.NextDouble() * whole.Length) : whole.Length)]];
            for (int i = 0; i < trial % 4 && bytes.Length > 0; i++)
            {
                bytes[(int)(random.NextDouble() * bytes.Length)] = (byte)(random.NextDouble() * 256);
            }

            File.WriteAllBytes(damaged, bytes);
            exported += Exports(folder, damaged) ? 1 : 0;
        }

        Assert.InRange(exported, Trials / 10, Trials);
    }

    private static bool Exports(TemporaryFolder folder, string recording)
    {
        try
        {
            Assert.NotEmpty(Ros2Sample.Times(Ros2Sample.Export(folder, recording).Path));
            return true;
        }
        catch (DiagnosticException exception)
        {
            Assert.NotEmpty(exception.Diagnostics);
            return false;
        }
    }
}
