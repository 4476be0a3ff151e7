using System.Text.Json;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Decoding;

/// <summary>The statistics of published checkpoints.</summary>
public sealed class RealStatisticsTests
{
    private const string Libero = "data/stats/libero_openvla.dataset_statistics.json";
    private const string OpenPi = "data/stats/openpi_pi05_libero.norm_stats.json";

    [SharedFact(Libero)]
    public void Ends_of_the_normalised_range_are_the_quantiles_of_libero_goal_and_the_gripper_passes()
    {
        JsonElement action = Load(Libero).GetProperty("libero_goal").GetProperty("action");
        Unnormaliser unnormaliser = new(OfOpenVla(action), 7);
        double[] x = new double[7];
        unnormaliser.Inverse([-1, -1, -1, -1, -1, -1, -1], 0, x);
        AssertEqual([.. Numbers(action, "q01").Take(6), -1], x, 1e-15);
        unnormaliser.Inverse([1, 1, 1, 1, 1, 1, 0.9], 0, x);
        AssertEqual([.. Numbers(action, "q99").Take(6), 0.9], x, 1e-15);
    }

    [SharedFact(Libero)]
    public void What_spatial_makes_of_a_goal_command_at_rest_is_the_published_drift()
    {
        JsonElement file = Load(Libero);
        Unnormaliser goal = new(OfOpenVla(file.GetProperty("libero_goal").GetProperty("action")), 7);
        Unnormaliser spatial = new(OfOpenVla(file.GetProperty("libero_spatial").GetProperty("action")), 7);
        double[] z = new double[7];
        goal.Forward(new double[7], 0, z);
        double[] motion = new double[7];
        spatial.Inverse(z, 0, motion);

        // 50 mm and 0.5 rad per decoded 1, 20 commands per second.
        Assert.Equal(77.4, 50 * 20 * Length(motion.AsSpan(0, 3)), 0.05);
        Assert.Equal(1.14, 0.5 * 20 * Length(motion.AsSpan(3, 3)), 0.005);
    }

    [SharedFact(OpenPi)]
    public void The_quantiles_of_openpi_have_its_epsilon()
    {
        JsonElement actions = Load(OpenPi).GetProperty("norm_stats").GetProperty("actions");
        double[] low = Numbers(actions, "q01");
        double[] high = Numbers(actions, "q99");
        double[] z = [1.3, -1.3, 0, 0.5, -0.5, 1, -1];
        double[] expected = [.. z.Select((value, i) => ((value + 1) / 2 * (high[i] - low[i] + 1e-6)) + low[i])];
        double[] x = new double[7];
        Unnormaliser unnormaliser = new(Specs.Quantile(LibraryArithmetic.OpenPi, low, high), 7);
        unnormaliser.Inverse(z, 0, x);
        AssertEqual(expected, x, 1e-15);
        unnormaliser.Forward(x, 0, x);
        AssertEqual(z, x, 1e-14);
    }

    private static Normaliser OfOpenVla(JsonElement action) =>
        Specs.Quantile(LibraryArithmetic.OpenVla, Numbers(action, "q01"), Numbers(action, "q99")) with
        {
            Mask = [.. action.GetProperty("mask").EnumerateArray().Select(item => item.GetBoolean())],
        };

    private static double[] Numbers(JsonElement block, string name) => [.. block.GetProperty(name).EnumerateArray().Select(item => item.GetDouble())];

    private static JsonElement Load(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedFiles.PathOf(path)));
        return document.RootElement.Clone();
    }

    private static double Length(ReadOnlySpan<double> vector) => Math.Sqrt((vector[0] * vector[0]) + (vector[1] * vector[1]) + (vector[2] * vector[2]));

    private static void AssertEqual(double[] expected, double[] actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
