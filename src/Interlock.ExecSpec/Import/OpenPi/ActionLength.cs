using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.OpenPi;

/// <summary>
/// pi models work on 32 numbers whatever the robot. Where the action is longer than the statistics, standard scores are padded with mean
/// 0 and deviation 1 and quantiles let the tail through; where it is shorter, the robot's adapter cuts the tail off.
/// </summary>
internal static class ActionLength
{
    /// <summary>Width of the action inside pi models.</summary>
    private const int ModelChannels = 32;

    private const int NamesShown = 8;

    public static Normaliser Fit(Normaliser normaliser, IReadOnlyList<ActionChannel> channels, SourcePlace place, DiagnosticCollector findings)
    {
        ActionStatistics statistics = normaliser.Statistics!;
        int given = statistics.Channels, wanted = channels.Count;
        if (wanted < given)
        {
            findings.Warn(
                OpenPiCode.LongerThanAction, $"the statistics have {given} channels and the action {wanted}; the last {given - wanted} are not used", place);
        }
        else if (wanted > given)
        {
            findings.Warn(OpenPiCode.ShorterThanAction, Tail(normaliser.Scheme, given, channels), place, "these channels reach the robot in normalised units");
        }
        else if (given == ModelChannels)
        {
            findings.Warn(
                OpenPiCode.LongerThanAction,
                $"the statistics have {ModelChannels} channels, the model's own width, so the robot's part of them is not known",
                place,
                "state the robot's channels in order with --channels");
        }

        return wanted == given ? normaliser : normaliser with { Statistics = Resize(statistics, wanted), Mask = Mask(normaliser.Scheme, given, wanted) };
    }

    private static string Tail(NormalisationScheme scheme, int given, IReadOnlyList<ActionChannel> channels)
    {
        string names = string.Join(", ", channels.Skip(given).Take(NamesShown).Select(channel => Quoted.Of(channel.Name)));
        string what = scheme == NormalisationScheme.MeanStd ? "is padded with mean 0 and deviation 1" : "passes through raw";
        return $"the statistics have {given} channels and the action {channels.Count}; the tail {what}: {names}{(channels.Count - given > NamesShown ? ", …" : "")}";
    }

    private static bool[]? Mask(NormalisationScheme scheme, int given, int wanted) =>
        wanted <= given || scheme == NormalisationScheme.MeanStd ? null : [.. Enumerable.Range(0, wanted).Select(channel => channel < given)];

    private static ActionStatistics Resize(ActionStatistics statistics, int wanted) => statistics with
    {
        Channels = wanted,
        Mean = Row(statistics, statistics.Mean, wanted, 0),
        Std = Row(statistics, statistics.Std, wanted, 1),
        Min = Row(statistics, statistics.Min, wanted, -1),
        Max = Row(statistics, statistics.Max, wanted, 1),
        Quantiles = [.. statistics.Quantiles.Select(row => row with { Values = Row(statistics, row.Values, wanted, row.Level < 0.5 ? -1 : 1)! })],
    };

    // The filler makes the padded channel decode to itself, with or without a mask.
    private static IReadOnlyList<double>? Row(ActionStatistics statistics, IReadOnlyList<double>? row, int wanted, double filler) => row is null
        ? null
        : [.. Enumerable.Range(0, statistics.Timesteps * wanted).Select(index => (Step: index / wanted, Channel: index % wanted))
            .Select(at => at.Channel < statistics.Channels ? row[(at.Step * statistics.Channels) + at.Channel] : filler)];
}
