using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Probing;

/// <summary>A non-finite number has to stay visible or be refused; a path that makes a number of it hides a broken policy from every later check.</summary>
internal static class NonFiniteProbe
{
    public static void Run(IDecodePath path, ExecutableSpec certified, GateResults results)
    {
        int channels = certified.Action.Channels.Count;
        IReadOnlyList<double[]> rows = ProbeRows.NonFinite(channels);
        IReadOnlyList<IReadOnlyList<double>?> observed = path.Decode(rows);
        for (int row = 0; row < Math.Min(rows.Count, observed.Count); row++)
        {
            int channel = Array.FindIndex(rows[row], value => !double.IsFinite(value));
            bool decides = certified.Action.Channels[channel].Name == certified.Gripper?.Channel && certified.Gripper?.Threshold is not null;
            bool hides = observed[row] is { } command && (channel >= command.Count || double.IsFinite(command[channel]));
            if (hides && !(decides && double.IsInfinity(rows[row][channel])))
            {
                Fail(path, certified.Action.Channels[channel].Name, rows[row][channel], observed[row]!.ElementAtOrDefault(channel), results);
                return;
            }
        }

        results.Pass(GateCode.Probe, "non-finite numbers", $"{path.Name} hides no NaN and no infinity");
    }

    private static void Fail(IDecodePath path, string channel, double given, double made, GateResults results) => results.Fail(
        GateCode.Probe, channel, $"{path.Name} turns {Fact.Of(given)} on {channel} into the command {Fact.Of(made)}", "not finite, or refused", Fact.Of(made));
}
