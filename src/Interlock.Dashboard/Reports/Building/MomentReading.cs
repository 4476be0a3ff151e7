using System.Globalization;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>The moments that a person should look at: stops and faults, then the smallest margins, then what the guard changed.</summary>
internal sealed class MomentReading(EpisodeView view, List<Diagnostic> findings)
{
    /// <summary>What is shown before and after a moment, s.</summary>
    public const double AroundS = 2;

    private const int Most = 5;
    private const int MostStops = 2;
    private const int MostEvents = 6;

    public IReadOnlyList<MomentFacts> Worst()
    {
        List<(double T, long Tick, string Why, double? Margin, string? Channel)> chosen = [];
        foreach ((double T, long Tick, string Why, double? Margin, string? Channel) candidate in Candidates())
        {
            if (chosen.Count < Most && chosen.TrueForAll(moment => Math.Abs(moment.T - candidate.T) >= AroundS))
            {
                chosen.Add(candidate);
            }
        }

        return [.. chosen.Select(moment => Of(moment.T, moment.Tick, moment.Why, moment.Margin, moment.Channel))];
    }

    private IEnumerable<(double T, long Tick, string Why, double? Margin, string? Channel)> Candidates()
    {
        IEnumerable<(double, long, string, double?, string?)> stops = view.Events.Where(happened => happened.Kind is "stop" or "fault").Take(MostStops)
            .Select(happened => (happened.T, happened.Tick, EpisodeReading.Of(happened).Text, (double?)null, happened.Channel));
        IEnumerable<(double, long, string, double?, string?)> margins = view.Overview.WorstMoments
            .Select((moment, place) => (moment.TimeS, moment.Tick, Why(moment.Margin, place), (double?)moment.Margin, moment.Channel));
        IEnumerable<(double, long, string, double?, string?)> others = view.Events.Where(happened => happened.Severity != "info").OrderByDescending(happened => happened.Count)
            .Select(happened => (happened.T, happened.Tick, EpisodeReading.Of(happened).Text, (double?)null, happened.Channel));
        return [.. stops, .. margins, .. others];
    }

    private static string Why(double margin, int place) =>
        double.IsNaN(margin) ? "the margin to the limits was not a number"
        : margin <= 0 ? "no margin to a limit was left"
        : string.Create(CultureInfo.InvariantCulture, $"{(place == 0 ? "the smallest" : "a small")} margin to a limit: {VerdictWords.Share(margin)} of its span");

    private MomentFacts Of(double t, long tick, string why, double? margin, string? channel)
    {
        ViewEvent[] near = [.. view.Events.Where(happened => Math.Abs(happened.T - t) <= AroundS && happened.Code is [>= 'A' and <= 'Z', ..])
            .OrderBy(happened => Math.Abs(happened.T - t)).Take(MostEvents).OrderBy(happened => happened.T)];
        string? shown = channel ?? near.OrderBy(happened => Math.Abs(happened.T - t)).Select(happened => happened.Channel).FirstOrDefault(name => name is not null)
            ?? (ChannelOrder.MostChangedFirst(view) is [{ } first, ..] ? first : null);
        (string? camera, double? age) = Still(t);
        return new MomentFacts(t, tick, why, margin, shown, shown is null ? null : Values(t, shown), [.. near.Select(EpisodeReading.Of)], camera, age);
    }

    private MomentValues? Values(double t, string channel)
    {
        // A quarter of a period later is still the same step, whatever the time was rounded to.
        ViewStep? step = Try(() => view.At(t + (0.25 / view.Layout.RateHz)));
        if (step is null || view.Signals.FirstOrDefault(signal => signal.Key == $"guarded/{channel}") is not { } guarded)
        {
            return null;
        }

        return new MomentValues(guarded.Unit, Value("policy"), Value("guarded"), Value("executed"), Value("state"), guarded.Min, guarded.Max);

        double? Value(string group) => step.Values.GetValueOrDefault($"{group}/{channel}");
    }

    private (string? Camera, double? AgeS) Still(double t)
    {
        foreach (string camera in view.Layout.Cameras)
        {
            if (Try(() => view.Image(camera, t)) is { } image)
            {
                return (camera, Math.Max(0, t - image.T));
            }
        }

        return (null, null);
    }

    private T? Try<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (DiagnosticException exception)
        {
            findings.AddRange(exception.Diagnostics);
            return null;
        }
    }
}
