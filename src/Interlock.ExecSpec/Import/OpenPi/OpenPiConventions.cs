using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.OpenPi;

/// <summary>What openpi decides in Python configuration and adapters, so that no file of a checkpoint says it.</summary>
internal static class OpenPiConventions
{
    public static void Report(IReadOnlyList<ActionChannel> channels, ImportRequest request, SourcePlace place, DiagnosticCollector findings)
    {
        if (request.Reference is null)
        {
            findings.Warn(
                OpenPiCode.ReferenceNotStated,
                "whether the decoded numbers are targets or offsets is picked elsewhere (use_delta_joint_actions, extra_delta_transform); offsets are added to the state at inference",
                place,
                "state --reference absolute, relative_chunk or delta_step; what openpi calls delta is relative_chunk");
        }

        if (channels.Any(channel => channel.Role is ChannelRole.Gripper or ChannelRole.Other))
        {
            findings.Info(
                OpenPiCode.GripperNotStated,
                "inside pi models a gripper is 0 open, 1 closed, the opposite of OpenVLA; what leaves the robot's adapter is in no file",
                place);
        }
    }
}
