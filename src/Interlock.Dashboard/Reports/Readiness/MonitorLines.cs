using System.Globalization;
using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>Confidence and monitoring.</summary>
internal static class MonitorLines
{
    private const string ConfidenceKey = "scalar/confidence";

    public static ReadinessLine Confidence(IReadOnlyList<EpisodeFacts> episodes, EvidenceFolder evidence)
    {
        const string item = "confidence", title = "Confidence is calibrated and was used";
        const string wouldShow = "confidence.calibration in the run file, its *.confidence.json beside the recordings, and confidence recorded in every run";
        long recorded = episodes.Sum(episode => Recorded(episode));
        string? named = episodes.Select(episode => episode.ConfidenceCalibration).FirstOrDefault(file => file is not null);
        ConfidenceEvidence? found = named is null ? null : evidence.Confidences.FirstOrDefault(each => each.File == Path.GetFileName(named) && each.Episodes > 0);
        if (found is null || episodes.Any(episode => Recorded(episode) == 0 || episode.ConfidenceCalibration != named))
        {
            return ReadinessLine.NotShown(item, title, recorded == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"confidence was recorded at {recorded:N0} steps, its calibration is not shown"), wouldShow);
        }

        return ReadinessLine.Shown(item, title, string.Create(CultureInfo.InvariantCulture, $"{found.File}, {found.Episodes} calibration episodes: {found.Claim}; recorded at {recorded:N0} steps"));
    }

    public static ReadinessLine Monitoring(IReadOnlyList<EpisodeFacts> episodes)
    {
        const string item = "monitoring", title = "Monitoring is on, with a calibration that was checked on held-out episodes";
        const string wouldShow = "monitors.calibration in the contract, made by 'interlock calibrate' with held-out episodes, and monitors recorded in every run";
        if (episodes.Count == 0 || episodes.Any(episode => episode.Contract is null))
        {
            return ReadinessLine.NotShown(item, title, "", wouldShow);
        }

        if (episodes.FirstOrDefault(episode => episode.Contract!.Calibration is null) is { } off)
        {
            return ReadinessLine.Wanting(item, title, $"the contract of {off.File} names no calibration of monitors", wouldShow);
        }

        if (episodes.FirstOrDefault(episode => episode.Calibration is { } other && Path.GetFileName(episode.Contract!.Calibration) != Path.GetFileName(other.Name)) is { } odd)
        {
            return ReadinessLine.NotShown(item, title, $"the contract of {odd.File} names {odd.Contract!.Calibration}, the recording has {odd.Calibration!.Name}", wouldShow);
        }

        if (episodes.FirstOrDefault(episode => episode.Calibration is not { HoldoutEpisodes: > 0 } || !episode.Numbers.Any(IsMonitorWithValues)) is { } lacking)
        {
            return ReadinessLine.NotShown(item, title, $"{lacking.File} has no calibration with held-out episodes, or no monitor values", wouldShow);
        }

        EpisodeFacts first = episodes[0];
        return ReadinessLine.Shown(item, title, string.Create(
            CultureInfo.InvariantCulture,
            $"{first.Calibration!.Name}: {first.Calibration.CalibrationEpisodes} calibration and {first.Calibration.HoldoutEpisodes} held-out episodes of {first.Calibration.Source}; {first.Numbers.Count(IsMonitorWithValues)} monitors in {episodes.Count} of {episodes.Count} recordings"));
    }

    private static bool IsMonitorWithValues(NumberFacts number) => number.N > 0 && number.Key.StartsWith("monitor/", StringComparison.Ordinal);

    private static long Recorded(EpisodeFacts episode) => episode.Numbers.Where(number => number.Key == ConfidenceKey).Sum(number => number.N);
}
