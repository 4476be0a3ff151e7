using Interlock.Core.Diagnostics;
using Interlock.Core.Statistics;
using Interlock.Core.Text;
using Interlock.Policies.Files;

namespace Interlock.Policies.Confidence;

/// <summary>Reads calibrations and refuses those that contradict themselves: an edited threshold has no claim.</summary>
internal static class CalibrationFileReader
{
    private const int MostEpisodes = 1_000_000;
    private const string Hint = "calibrate again; the file is not meant to be edited";

    public static ConfidenceCalibration Read(ReadOnlyMemory<byte> utf8, string fileName)
    {
        ConfidenceCalibration calibration = JsonFile.Read(utf8, fileName, ConfidenceCalibrationFile.FormatTag, CalibrationKeys.Root, ReadRoot);
        DiagnosticCollector findings = new();
        Check(calibration, (key, message) => findings.Error(ConfidenceCodes.Inconsistent, message, new SourcePlace(fileName, Key: key), Hint));
        findings.ThrowIfErrors();
        return calibration;
    }

    private static ConfidenceCalibration ReadRoot(JsonGroup root)
    {
        if (root.Text(CalibrationKeys.Combination) is { Length: > 0 } word && word != CalibrationKeys.Bonferroni)
        {
            root.OutOfRange(CalibrationKeys.Combination, $"{Quoted.Of(word)} is not {CalibrationKeys.Bonferroni}", 0);
        }

        root.Text(CalibrationKeys.Claim);
        ConfidenceSettings settings = new()
        {
            ChannelSpans = root.Numbers(CalibrationKeys.ChannelSpans),
            Samples = root.Word(CalibrationKeys.Samples, SampleOrigin.None),
            Overlap = root.Word(CalibrationKeys.Overlap, OverlapKind.None),
            TokenEntropy = root.Flag(CalibrationKeys.TokenEntropy, fallback: false),
            Reference = root.Has(CalibrationKeys.Reference) ? ReferenceReader.Read(root) : null,
        };
        return new ConfidenceCalibration(
            settings,
            root.Number(CalibrationKeys.Alpha, double.Epsilon, 1 - double.Epsilon),
            root.Whole(CalibrationKeys.Episodes, 1, MostEpisodes),
            [.. root.Groups(CalibrationKeys.Signals, CalibrationKeys.Name, CalibrationKeys.Threshold, CalibrationKeys.EpisodeScores).Select(ReadSignal)]);
    }

    private static SignalCalibration ReadSignal(JsonGroup group) => new(
        group.Word(CalibrationKeys.Name, ConfidenceSignal.SampleDisagreement),
        group.Numbers(CalibrationKeys.EpisodeScores, allowNonFinite: true),
        group.Number(CalibrationKeys.Threshold, 0, double.MaxValue));

    private static void Check(ConfidenceCalibration calibration, Action<string, string> error)
    {
        if (calibration.Alpha >= 1)
        {
            error(CalibrationKeys.Alpha, "alpha is not below 1");
        }

        if (calibration.Settings.ChannelSpans.Count == 0 || !calibration.Settings.ChannelSpans.All(span => span > 0))
        {
            error(CalibrationKeys.ChannelSpans, "there is no channel span, or one is not above 0");
        }

        if (calibration.Signals.Count == 0 || !calibration.Signals.Select(signal => signal.Signal).SequenceEqual(calibration.Settings.Signals()))
        {
            error(CalibrationKeys.Signals, $"the signals are not those of the settings: {string.Join(", ", calibration.Settings.Signals().Select(EnumWord.Of))}");
        }

        for (int i = 0; i < calibration.Signals.Count; i++)
        {
            CheckSignal(calibration, calibration.Signals[i], message => error($"{CalibrationKeys.Signals}[{i}]", message));
        }
    }

    private static void CheckSignal(ConfidenceCalibration calibration, SignalCalibration signal, Action<string> error)
    {
        double[] scores = [.. signal.EpisodeScores];
        if (scores.Length != calibration.EpisodeCount)
        {
            error($"there are {scores.Length} scores of {calibration.EpisodeCount} episodes");
        }
        else if (scores.Any(double.IsNaN) || !scores.Order().SequenceEqual(scores))
        {
            error("the scores are not ascending numbers");
        }
        else if (Quantile.Conformal(scores, calibration.Alpha / calibration.Signals.Count) is not { } threshold)
        {
            error($"{scores.Length} episodes carry no claim at alpha {calibration.Alpha} with {calibration.Signals.Count} signals");
        }
        else if (BitConverter.DoubleToInt64Bits(threshold) != BitConverter.DoubleToInt64Bits(signal.Threshold))
        {
            error($"the threshold is {signal.Threshold}, the scores give {threshold}");
        }
    }
}
