using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.Runtime.Proxies.Guarding.Normalised;

/// <summary>Whether every command that a contract may ask for can be written in the normalised numbers of a specification.</summary>
internal static class WritableRules
{
    /// <summary>A number of one moves the command by less than this share of its range: a zero range, of which only an epsilon is left.</summary>
    private const double LeastReach = 1e-6;

    /// <exception cref="DiagnosticException">EX240 to EX244.</exception>
    public static void Check(SafetyContract contract, ExecutableSpec spec, DiagnosticCollector findings)
    {
        ActionDecoder decoder = new(spec);
        if (decoder.ComposesRotations)
        {
            IEnumerable<string> names = spec.Action.Rotations
                .Where(group => group.Composition is RotationComposition.FixedFrame or RotationComposition.BodyFrame).SelectMany(group => group.Channels);
            Report(findings, string.Join("`, `", names), "is a rotation that is composed with the one before it", "let the server reply with commands (--replies commands)");
        }

        foreach (ChannelContract channel in contract.Channels)
        {
            int place = spec.Action.Channels.TakeWhile(other => other.Name != channel.Name).Count();
            CheckReach(channel, place, decoder.Unnormaliser, findings);
        }

        if (spec.Gripper is { } gripper && contract.Channels.FirstOrDefault(channel => channel.Name == gripper.Channel) is { } hand)
        {
            CheckGripper(hand, gripper, findings);
        }
    }

    private static void CheckReach(ChannelContract channel, int place, Unnormaliser unnormaliser, DiagnosticCollector findings)
    {
        double span = (channel.Max - channel.Min) ?? 1;
        for (int timestep = 0; timestep < unnormaliser.Timesteps; timestep++)
        {
            if (!(Math.Abs(unnormaliser.InverseMap.ScaleAt(timestep)[place]) >= LeastReach * span))
            {
                Report(
                    findings, channel.Name, "has no range in the statistics, so that every number means one command",
                    "use statistics in which it moves, or mask it out there if its numbers are commands already");
                return;
            }
        }
    }

    private static void CheckGripper(ChannelContract channel, GripperMapping gripper, DiagnosticCollector findings)
    {
        if (gripper.ControllerOpen == gripper.ControllerClosed)
        {
            Report(findings, channel.Name, "is the same command open and closed", "correct the gripper of the specification");
        }
        else if (gripper.Threshold is not null && (channel.MaxStep ?? channel.MaxVelocity ?? channel.MaxAcceleration ?? channel.MaxJerk) is not null)
        {
            Report(findings, channel.Name, "is decided at a threshold and knows no way between open and closed", "leave out the limits on its rate");
        }
        else if (gripper.Threshold is not null
            && (Math.Min(gripper.ControllerOpen, gripper.ControllerClosed) < channel.Min || Math.Max(gripper.ControllerOpen, gripper.ControllerClosed) > channel.Max))
        {
            Report(findings, channel.Name, "is open or closed outside the bounds of the contract", "state bounds that hold both");
        }
    }

    private static void Report(DiagnosticCollector findings, string name, string why, string hint) => findings.Error(
        ProxyCodes.NotWritable, $"`{name}` {why}: a guarded command cannot be written back in normalised numbers", hint: hint);
}
