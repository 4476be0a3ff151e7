using Interlock.Core.Contract;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Rules;

/// <summary>Masks that are legal but probably not meant.</summary>
internal static class MaskRules
{
    /// <summary>Only grippers are usually left unscaled; a channel without a role may be anything.</summary>
    public static void Check(ExecutableSpec spec, RuleReport report)
    {
        for (int i = 0; i < Math.Min(spec.Action.Channels.Count, spec.Unnormaliser.Mask?.Count ?? 0); i++)
        {
            ActionChannel channel = spec.Action.Channels[i];
            if (channel.Role is not (ChannelRole.Gripper or ChannelRole.Other) && !spec.Unnormaliser.Mask![i])
            {
                report.Warn(
                    "EX116",
                    "unnormaliser.mask",
                    $"{channel.Name} is masked out, so the network's output moves it unscaled",
                    "is the mask in the order of the channels?");
            }
        }
    }
}
