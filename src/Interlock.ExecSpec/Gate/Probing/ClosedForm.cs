using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Probing;

/// <summary>
/// The certified commands by formula: clip where the library clips, s·z + o, gripper. It shares no code with the decoder that it judges
/// but the coefficients, which have their own tests.
/// </summary>
internal static class ClosedForm
{
    public static IReadOnlyList<IReadOnlyList<double>> Of(ExecutableSpec certified, IReadOnlyList<double[]> rows)
    {
        AffineMap map = AffineMap.Inverse(certified.Unnormaliser, certified.Action.Channels.Count);
        return [.. rows.Select(row => Row(certified, map, row))];
    }

    private static double[] Row(ExecutableSpec certified, AffineMap map, double[] row)
    {
        double[] command = new double[row.Length];
        for (int channel = 0; channel < row.Length; channel++)
        {
            double decoded = (map.ScaleAt(0)[channel] * Clipped(certified.Unnormaliser, channel, row[channel])) + map.OffsetAt(0)[channel];
            command[channel] = certified.Gripper is { } gripper && gripper.Channel == certified.Action.Channels[channel].Name
                ? Gripper(gripper, decoded)
                : decoded;
        }

        return command;
    }

    private static double Clipped(Normaliser normaliser, int channel, double z) =>
        normaliser.Arithmetic.InverseClip is { } bound && normaliser.AppliesTo(channel) ? Math.Clamp(z, -bound, bound) : z;

    private static double Gripper(GripperMapping mapping, double decoded)
    {
        double openShare = (decoded - mapping.PolicyClosed) / (mapping.PolicyOpen - mapping.PolicyClosed);
        double share = mapping.Threshold is { } threshold ? Decided(mapping, (decoded - threshold) * Math.Sign(mapping.PolicyOpen - mapping.PolicyClosed)) : openShare;
        return mapping.ControllerClosed + (share * (mapping.ControllerOpen - mapping.ControllerClosed));
    }

    private static double Decided(GripperMapping mapping, double towardsOpen) => towardsOpen switch
    {
        > 0 => 1,
        < 0 => 0,
        _ => mapping.Tie switch { GripperTie.Open => 1, GripperTie.Closed => 0, _ => 0.5 },
    };
}
