using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Rules;

/// <summary>Rules on a normaliser. Defects that an import has to be able to show are warnings; the gate refuses them.</summary>
internal static class NormaliserRules
{
    /// <param name="normaliser">The normaliser.</param>
    /// <param name="key">Its place.</param>
    /// <param name="channels">D of the vector it applies to; null when that is not known.</param>
    /// <param name="horizon">Length of the chunk; null when not known.</param>
    /// <param name="report">Takes the findings.</param>
    public static void Check(Normaliser normaliser, string key, int? channels, int? horizon, RuleReport report)
    {
        NameRules.Check(normaliser.Key, $"{key}.key", report);
        WordRules.Check<NormalisationScheme>(normaliser.Scheme, $"{key}.scheme", report);
        CheckLevels(normaliser, key, report);
        CheckArithmetic(normaliser.Arithmetic, $"{key}.arithmetic", report);
        CheckMask(normaliser, key, channels ?? normaliser.Statistics?.Channels, report);
        if (normaliser.Statistics is { } statistics)
        {
            StatisticsRules.Check(statistics, $"{key}.statistics", report);
            CheckReach(statistics, $"{key}.statistics", channels, horizon, report);
        }

        if (normaliser.Scheme != NormalisationScheme.Identity && normaliser.Rows is null)
        {
            string scheme = EnumWord.Of(normaliser.Scheme);
            report.Warn(
                "EX114",
                $"{key}.scheme",
                $"'{normaliser.Key}' has no statistics for {scheme}: the unnormaliser is present but does nothing",
                $"add the statistics that {scheme} uses, or state scheme identity if nothing is meant to happen");
        }
    }

    private static void CheckLevels(Normaliser normaliser, string key, RuleReport report)
    {
        bool isQuantile = normaliser.Scheme == NormalisationScheme.Quantile;
        CheckLevel(normaliser.LowQuantile, isQuantile, $"{key}.low_quantile", report);
        CheckLevel(normaliser.HighQuantile, isQuantile, $"{key}.high_quantile", report);
        if (isQuantile && normaliser.LowQuantile >= normaliser.HighQuantile)
        {
            string cause = $"low_quantile {normaliser.LowQuantile} is not below high_quantile {normaliser.HighQuantile}";
            report.Error("EX109", $"{key}.low_quantile", cause, "exchange the two?");
        }
    }

    private static void CheckLevel(double? level, bool isQuantile, string key, RuleReport report)
    {
        NumberRules.Inside(level, 0, 1, key, "", report);
        if (isQuantile && level is null)
        {
            report.Error("EX107", key, "the scheme quantile needs its two levels", "for q01 and q99 write low_quantile 0.01, high_quantile 0.99");
        }
        else if (!isQuantile && level is not null)
        {
            report.Error("EX109", key, "only the scheme quantile has levels", "leave it out, or state scheme quantile");
        }
    }

    private static void CheckArithmetic(NormaliserArithmetic arithmetic, string key, RuleReport report)
    {
        WordRules.Check<EpsilonRule>(arithmetic.EpsilonRule, $"{key}.epsilon_rule", report);
        NumberRules.Inside(arithmetic.ForwardEpsilon, 0, SpecLimits.MaxMagnitude, $"{key}.forward_epsilon", "", report);
        NumberRules.Inside(arithmetic.InverseEpsilon, 0, SpecLimits.MaxMagnitude, $"{key}.inverse_epsilon", "", report);
        NumberRules.Positive(arithmetic.ForwardClip, $"{key}.forward_clip", "", report);
        NumberRules.Positive(arithmetic.InverseClip, $"{key}.inverse_clip", "", report);
    }

    private static void CheckMask(Normaliser normaliser, string key, int? channels, RuleReport report)
    {
        int count = normaliser.Mask?.Count ?? 0;
        if (normaliser.Mask is null)
        {
            return;
        }

        if (channels is { } needed && count != needed)
        {
            string cause = $"the mask has {count} entries for {needed} channels";
            report.Error("EX111", $"{key}.mask", cause, "state true or false for every channel, or leave the mask out for all true");
        }

        NumberRules.Length(count, SpecLimits.MaxChannels, $"{key}.mask", report);
    }

    private static void CheckReach(ActionStatistics statistics, string key, int? channels, int? horizon, RuleReport report)
    {
        if (channels is { } needed && statistics.Channels != needed)
        {
            string effect = statistics.Channels < needed ? "the rest passes unscaled" : "the rest is never used";
            report.Warn(
                "EX112",
                key,
                $"statistics for {statistics.Channels} channels where there are {needed}: {effect}",
                "are these the statistics of this robot?");
        }

        if (statistics.Timesteps > 1 && statistics.Timesteps < horizon)
        {
            string cause = $"statistics for {statistics.Timesteps} positions of a chunk that has {horizon}: the rest cannot be decoded";
            report.Warn("EX112", key, cause, "are these the statistics of this policy?");
        }
    }
}
