using System.Text.Json;
using Interlock.Core.Contract;

namespace Interlock.Guard.Tests.Golden;

/// <summary>Where the published guard is right, ours gives the same safe actions.</summary>
public sealed class GoldenReplayTests
{
    private const double RelativeFloat32 = 1e-5;

    [SharedFact("golden/safecontract")]
    public void Clip_clamp_clip_reproduces_every_recorded_safe_action()
    {
        int compared = 0;
        foreach (string name in GoldenStream.Names())
        {
            GoldenStream stream = GoldenStream.Load(name);
            JsonElement calibration = stream.Root.GetProperty("calibration");
            JsonElement tight = stream.Run("explicit_tight_warn");
            JsonElement scalar = stream.Run("explicit_scalar_vmax_no_conformal");
            compared += Compare(name, stream, stream.Run("from_demos_clip_defaults"), calibration);
            compared += Compare(name, stream, tight, tight.GetProperty("config"));
            compared += Compare(name, stream, scalar, scalar.GetProperty("config"));
        }

        Assert.True(compared > 1000, $"only {compared} rows were there to compare");
    }

    private static int Compare(string name, GoldenStream stream, JsonElement run, JsonElement limits)
    {
        double[][] safe = GoldenStream.Rows(run.GetProperty("safe"));
        ActionGuard guard = new(ContractOf(limits, stream.Dimension));
        double[] sent = new double[stream.Dimension];
        for (int step = 0; step < safe.Length; step++)
        {
            guard.Step(stream.Actions[step], sent);
            for (int i = 0; i < sent.Length; i++)
            {
                double tolerance = RelativeFloat32 * Math.Max(1, Math.Abs(safe[step][i]));
                Assert.True(Math.Abs(sent[i] - safe[step][i]) <= tolerance, $"{name} step {step} channel {i}: {sent[i]} against {safe[step][i]}");
            }
        }

        return safe.Length;
    }

    private static SafetyContract ContractOf(JsonElement limits, int dimension)
    {
        double[] low = GoldenStream.Row(limits.GetProperty("bounds_lo"));
        double[] high = GoldenStream.Row(limits.GetProperty("bounds_hi"));
        JsonElement speed = limits.GetProperty("v_max");
        double[] steps = speed.ValueKind == JsonValueKind.Array
            ? GoldenStream.Row(speed)
            : [.. Enumerable.Repeat(speed.GetDouble(), dimension)];
        return new SafetyContract
        {
            Name = "golden",
            Channels = [.. Enumerable.Range(0, dimension).Select(i => new ChannelContract { Name = $"c{i}", Min = low[i], Max = high[i], MaxStep = steps[i] })],
        };
    }
}
