using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Confidence;

/// <summary>Whether settings can measure the answers of a policy.</summary>
internal static class SettingsCheck
{
    private const string Hint = "use the calibration that was made with this policy, or calibrate again";

    public static void Fits(ConfidenceSettings settings, PolicyDescription policy)
    {
        if (settings.ChannelSpans.Count != policy.ActionDimension)
        {
            throw Refused($"the policy '{policy.Name}' has {policy.ActionDimension} action channels, the settings have {settings.ChannelSpans.Count} spans");
        }

        if (!settings.ChannelSpans.All(span => span > 0 && double.IsFinite(span)))
        {
            throw Refused("a channel span is not a finite number above 0");
        }

        bool needsSamples = settings.Samples != SampleOrigin.None || settings.Overlap == OverlapKind.Samples;
        if (needsSamples && policy.MaxSamples < 2)
        {
            throw Refused($"the policy '{policy.Name}' gives one chunk per answer, the settings compare several");
        }

        if (settings.Signals().Count == 0)
        {
            throw Refused("the settings measure nothing");
        }
    }

    private static DiagnosticException Refused(string message) => new(ConfidenceCodes.DoesNotFit, message, null, Hint);
}
