using Interlock.Core.Contract;
using Interlock.Policies;
using Interlock.Policies.Confidence;
using Interlock.Runtime.Configuration;

namespace Interlock.Runtime.Session.Making;

/// <summary>From the settings to a confidence meter: a calibrated one where a calibration is named, otherwise one that only reports.</summary>
internal static class ConfidenceMaking
{
    // A policy with a specification writes normalised numbers, whose span is that of [-1, 1].
    private const double NormalisedSpan = 2;

    public static ConfidenceMeter Make(RunFile file, IPolicy policy, SafetyContract contract, bool isNormalised) =>
        file.Settings.Confidence.Calibration is { } calibration
            ? new ConfidenceMeter(ConfidenceCalibrationFile.Load(file.Resolve(calibration)), policy.Description)
            : new ConfidenceMeter(
                new ConfidenceSettings
                {
                    ChannelSpans =
                    [
                        .. Enumerable.Range(0, policy.Description.ActionDimension)
                            .Select(i => isNormalised ? NormalisedSpan : contract.Channels[i].Max - contract.Channels[i].Min ?? 1),
                    ],
                    Samples = SampleOrigins.Of(policy),
                },
                policy.Description);
}
