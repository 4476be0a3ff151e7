using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Probing;

/// <summary>Compares commands in certified half-ranges, so that one tolerance fits every channel.</summary>
internal static class ProbeComparison
{
    public static ProbeOutcome Worst(
        ExecutableSpec certified, IReadOnlyList<double[]> rows, IReadOnlyList<IReadOnlyList<double>?> expected, IReadOnlyList<IReadOnlyList<double>?> observed)
    {
        double[] units = Units(certified);
        DecisionMargin margin = new(certified);
        ProbeOutcome worst = new(0, 0, expected[0]![0], observed[0]![0], -1);
        for (int row = 0; row < rows.Count; row++)
        {
            for (int channel = 0; channel < units.Length; channel++)
            {
                double difference = Difference(expected[row]![channel], observed[row]![channel], units[channel]);
                bool isUndecided = channel == margin.Channel && margin.IsTooNarrow(rows[row][channel]);
                if (difference > worst.Difference && !isUndecided)
                {
                    worst = new ProbeOutcome(channel, rows[row][channel], expected[row]![channel], observed[row]![channel], difference);
                }
            }
        }

        return worst;
    }

    private static double Difference(double expected, double observed, double unit)
    {
        double difference = Math.Abs(expected - observed) / unit;
        return expected.Equals(observed) ? 0 : double.IsNaN(difference) ? double.PositiveInfinity : difference;
    }

    private static double[] Units(ExecutableSpec certified)
    {
        AffineMap map = AffineMap.Inverse(certified.Unnormaliser, certified.Action.Channels.Count);
        double[] units = new double[map.Channels];
        for (int channel = 0; channel < units.Length; channel++)
        {
            bool isMapped = certified.Action.Channels[channel].Name == certified.Gripper?.Channel;
            units[channel] = isMapped ? GripperUnit(certified.Gripper!) : RangeUnit(map.ScaleAt(0)[channel], map.OffsetAt(0)[channel]);
        }

        return units;
    }

    private static double GripperUnit(GripperMapping mapping) =>
        Math.Max(Math.Abs(mapping.ControllerOpen - mapping.ControllerClosed) / 2, ChannelMismatch.ConstantBelow);

    private static double RangeUnit(double scale, double offset) =>
        Math.Abs(scale) > ChannelMismatch.ConstantBelow ? Math.Abs(scale) : Math.Max(Math.Abs(offset), ChannelMismatch.ConstantBelow);
}
