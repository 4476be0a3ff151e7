using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Probing;

/// <summary>A non-finite number has to stay visible or be refused; a path that makes a number of it hides a broken policy from every later check. An infinity that the certified clip or gripper takes to its end is no such number.</summary>
internal static class NonFiniteProbe
{
    public static void Run(IDecodePath path, ExecutableSpec certified, GateResults results)
    {
        int channels = certified.Action.Channels.Count;
        IReadOnlyList<double[]> rows = ProbeRows.NonFinite(channels);
        IReadOnlyList<IReadOnlyList<double>?> observed = path.Decode(rows);
        if (observed.Count != rows.Count)
        {
            results.Fail(
                GateCode.Probe, path.Name, $"{path.Name} answered {observed.Count} of {rows.Count} rows with non-finite numbers", Fact.Of(rows.Count), Fact.Of(observed.Count));
            return;
        }

        for (int row = 0; row < rows.Count; row++)
        {
            int channel = Array.FindIndex(rows[row], value => !double.IsFinite(value));
            if (observed[row] is { } command && Hides(certified, channel, rows[row][channel], command))
            {
                Fail(path, certified.Action.Channels[channel].Name, rows[row][channel], command.ElementAtOrDefault(channel), results);
                return;
            }
        }

        results.Pass(GateCode.Probe, "non-finite numbers", $"{path.Name} hides no NaN and no infinity");
    }

    private static bool Hides(ExecutableSpec certified, int channel, double given, IReadOnlyList<double> command)
    {
        bool isBounded = certified.Unnormaliser.Arithmetic.InverseClip is not null && certified.Unnormaliser.AppliesTo(channel);
        bool isDecided = certified.Action.Channels[channel].Name == certified.Gripper?.Channel && certified.Gripper?.Threshold is not null;
        bool hasAnEnd = double.IsInfinity(given) && (isBounded || isDecided);
        return channel >= command.Count || (double.IsFinite(command[channel]) && !hasAnEnd);
    }

    private static void Fail(IDecodePath path, string channel, double given, double made, GateResults results) => results.Fail(
        GateCode.Probe, channel, $"{path.Name} turns {Fact.Of(given)} on {channel} into the command {Fact.Of(made)}", "not finite, or refused", Fact.Of(made));
}
