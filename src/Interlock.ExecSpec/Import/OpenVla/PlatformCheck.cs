using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.OpenVla;

/// <summary>OpenVLA-OFT's constants must be those of the data; the library only finds out by crashing, or by executing too few steps.</summary>
internal static class PlatformCheck
{
    public static void Run(OftPlatform? platform, int actionChannels, StateSpec? state, SourcePlace place, DiagnosticCollector findings)
    {
        if (platform is null)
        {
            return;
        }

        if (actionChannels != platform.ActionChannels)
        {
            findings.Error(
                OpenVlaCode.PlatformDimensions,
                $"the statistics have {actionChannels} action channels and platform {platform.Name} has {platform.ActionChannels}",
                place,
                "state the platform of the training run");
        }

        if (state?.Normaliser?.Statistics is { } statistics && statistics.Channels != platform.StateChannels)
        {
            findings.Warn(
                OpenVlaCode.PlatformDimensions,
                $"the statistics have {statistics.Channels} state channels and platform {platform.Name} has {platform.StateChannels}",
                place);
        }
    }
}
