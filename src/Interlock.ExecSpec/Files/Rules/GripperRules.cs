using Interlock.Core.Contract;
using Interlock.Core.Text;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Rules;

/// <summary>Rules on the gripper mapping.</summary>
internal static class GripperRules
{
    /// <summary>A value this far beyond the decoded range, as a share of it, is another convention and not noise.</summary>
    private const double Slack = 0.1;

    public static void Check(ExecutableSpec spec, RuleReport report)
    {
        if (spec.Gripper is not { } gripper)
        {
            return;
        }

        NumberRules.Finite(gripper.PolicyOpen, "gripper.policy_open", "", report);
        NumberRules.Finite(gripper.PolicyClosed, "gripper.policy_closed", "", report);
        NumberRules.Finite(gripper.ControllerOpen, "gripper.controller_open", "", report);
        NumberRules.Finite(gripper.ControllerClosed, "gripper.controller_closed", "", report);
        WordRules.Check<GripperTie>(gripper.Tie, "gripper.tie", report);
        RefuseEqual(gripper.PolicyOpen, gripper.PolicyClosed, "policy_open", "policy_closed", report);
        RefuseEqual(gripper.ControllerOpen, gripper.ControllerClosed, "controller_open", "controller_closed", report);
        CheckThreshold(gripper, report);
        CheckChannel(spec, gripper, report);
    }

    private static void RefuseEqual(double open, double closed, string openKey, string closedKey, RuleReport report)
    {
        if (open == closed)
        {
            string cause = $"{openKey} and {closedKey} are both {ShortNumber.Of(open)}, so open cannot be told from closed";
            report.Error("EX116", $"gripper.{closedKey}", cause);
        }
    }

    private static void CheckThreshold(GripperMapping gripper, RuleReport report)
    {
        double low = Math.Min(gripper.PolicyOpen, gripper.PolicyClosed);
        double high = Math.Max(gripper.PolicyOpen, gripper.PolicyClosed);
        if (gripper.Threshold is { } threshold && low < high && !(threshold > low && threshold < high))
        {
            string range = $"{ShortNumber.Of(low)} and {ShortNumber.Of(high)}";
            report.Error("EX116", "gripper.threshold", $"{ShortNumber.Of(threshold)} does not lie between {range}, so nothing is decided");
        }
    }

    private static void CheckChannel(ExecutableSpec spec, GripperMapping gripper, RuleReport report)
    {
        int index = spec.Action.Channels.TakeWhile(channel => channel.Name != gripper.Channel).Count();
        if (index == spec.Action.Channels.Count)
        {
            IEnumerable<string> grippers = spec.Action.Channels.Where(channel => channel.Role == ChannelRole.Gripper).Select(channel => channel.Name);
            string hint = $"channels with role gripper: {string.Join(", ", grippers.DefaultIfEmpty("none"))}";
            report.Error("EX115", "gripper.channel", $"there is no channel {Quoted.Of(gripper.Channel)}", hint);
            return;
        }

        if (spec.Action.Channels[index].Role != ChannelRole.Gripper)
        {
            string role = EnumWord.Of(spec.Action.Channels[index].Role);
            report.Error("EX115", "gripper.channel", $"{gripper.Channel} has the role {role}", "state role gripper, or name another channel");
        }

        CheckReach(spec, gripper, index, report);
    }

    /// <summary>A standard score has no ends; every other decoded value lies between those of −1 and +1.</summary>
    private static void CheckReach(ExecutableSpec spec, GripperMapping gripper, int index, RuleReport report)
    {
        Normaliser normaliser = spec.Unnormaliser;
        bool isScaled = normaliser.AppliesTo(index) && normaliser.Rows is not null;
        if ((isScaled && normaliser.Scheme == NormalisationScheme.MeanStd) || spec.Action.Channels.Count > SpecLimits.MaxChannels
            || normaliser.Statistics?.Timesteps is < 1 or > SpecLimits.MaxTimesteps)
        {
            return;
        }

        AffineMap map = AffineMap.Inverse(normaliser, spec.Action.Channels.Count);
        double half = Math.Abs(map.ScaleAt(0)[index]);
        double middle = map.OffsetAt(0)[index];
        WarnBeyond(gripper.PolicyOpen, "policy_open", middle, half, report);
        WarnBeyond(gripper.PolicyClosed, "policy_closed", middle, half, report);
    }

    private static void WarnBeyond(double value, string key, double middle, double half, RuleReport report)
    {
        if (Math.Abs(value - middle) > half * (1 + (2 * Slack)))
        {
            string range = $"{ShortNumber.Of(middle - half)} … {ShortNumber.Of(middle + half)}";
            report.Warn(
                "EX116",
                $"gripper.{key}",
                $"{ShortNumber.Of(value)} is never reached: the channel decodes to {range}",
                "compare the mask and the gripper values with the source");
        }
    }
}
