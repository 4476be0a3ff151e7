using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.OpenVla;

/// <summary>The mask decides whether the gripper is scaled with the arm; a file without one scales everything.</summary>
internal static class MaskCheck
{
    /// <summary>How far the quantiles of a gripper of 0…1 may lie from 0 and 1.</summary>
    private const double GripperTolerance = 0.05;

    public static void Run(Normaliser normaliser, IReadOnlyList<ActionChannel> channels, SourcePlace place, DiagnosticCollector findings)
    {
        if (normaliser.Mask is null)
        {
            findings.Warn(
                OpenVlaCode.NoMask, "the entry has no mask, so every channel is scaled, the gripper too", place, "OpenVLA's own data has a mask that leaves the gripper out");
        }
        else if (normaliser.Mask.Count != normaliser.Statistics!.Channels)
        {
            findings.Error(
                ImportCode.BadRows, $"the mask has {normaliser.Mask.Count} values and the statistics have {normaliser.Statistics.Channels} channels", place);
            return;
        }
        else if (!normaliser.Mask.Contains(true))
        {
            findings.Error(
                ImportCode.Inert, "the unnormaliser is present but does nothing: the mask leaves out every channel", place, "the robot would receive normalised numbers");
        }
        else if (channels.Where((channel, i) => channel.Role != ChannelRole.Gripper && !normaliser.AppliesTo(i)).ToArray() is { Length: > 0 } unscaled)
        {
            findings.Warn(
                OpenVlaCode.NoMask,
                $"the mask leaves out {string.Join(", ", unscaled.Select(channel => Quoted.Of(channel.Name)))}, which passes as the network gives it",
                place,
                "OpenVLA's own data leaves out the gripper alone; compare with the order of the channels");
        }

        for (int channel = 0; channel < Math.Min(channels.Count, normaliser.Statistics!.Channels); channel++)
        {
            if (channels[channel].Role == ChannelRole.Gripper && normaliser.AppliesTo(channel) && IsZeroToOne(normaliser, channel))
            {
                findings.Warn(
                    OpenVlaCode.GripperScaled,
                    $"{Quoted.Of(channels[channel].Name)} is scaled with the arm although its data is 0…1: a model that gives 0…1 for it would decode to 0.5…1, and the gripper would never close",
                    place,
                    "set its mask to false if the model was trained with a raw gripper");
            }
        }
    }

    private static bool IsZeroToOne(Normaliser normaliser, int channel) =>
        normaliser is { Scheme: not NormalisationScheme.MeanStd, Rows: { } rows }
        && Math.Abs(rows.First[channel]) <= GripperTolerance
        && Math.Abs(rows.Second[channel] - 1) <= GripperTolerance;
}
