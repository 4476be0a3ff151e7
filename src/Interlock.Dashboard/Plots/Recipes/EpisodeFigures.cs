using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Plots.Recipes;

/// <summary>Figures of a recording.</summary>
public static class EpisodeFigures
{
    /// <summary>Finest resolution: one bucket per px of the usual width.</summary>
    private const int MostBuckets = 900;

    /// <summary>Strips that are drawn above the panels; task is a sentence and stands in the subtitle.</summary>
    private static readonly string[] DrawnStrips = ["supervisor", "verdict", "source", "certificate"];

    /// <summary>A channel: the policy's number against the guarded and the executed one, with limits, interventions, chunks, events and strips.</summary>
    /// <param name="view">The recording.</param>
    /// <param name="channel">Name of the channel.</param>
    /// <param name="from">First second; null: the start.</param>
    /// <param name="to">Last second; null: the end.</param>
    /// <returns>The figure; null when the recording has no such channel.</returns>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    public static Figure? Channel(EpisodeView view, string channel, double? from = null, double? to = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        ViewSignal[] found = [.. ChannelGroups.InOrder.Select(group => view.Signals.FirstOrDefault(signal => signal.Key == $"{group}/{channel}")).OfType<ViewSignal>()];
        if (found.Length == 0)
        {
            return null;
        }

        TimeSpanS span = TimeSpanS.Of(view, from, to);
        string[] keys = [.. found.Select(signal => signal.Key)];
        Mark[] bands = [.. found.Zip(Slices(view, keys, span), (signal, slice) => ChannelGroups.Mark(signal, slice, span))];
        Panel panel = new(new Axis("command", found[0].Unit), [.. Limits(found), .. bands]);
        return Base(view, span, channel, channel) with { Panels = [panel] };
    }

    /// <summary>Signals by key, those of one unit and kind in one panel.</summary>
    /// <param name="view">The recording.</param>
    /// <param name="keys">Signal keys, at least one.</param>
    /// <param name="from">First second; null: the start.</param>
    /// <param name="to">Last second; null: the end.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RC045: no such signal.</exception>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    public static Figure Signals(EpisodeView view, IReadOnlyList<string> keys, double? from = null, double? to = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(keys);
        TimeSpanS span = TimeSpanS.Of(view, from, to);
        IReadOnlyList<SignalSlice> slices = Slices(view, keys, span);
        (ViewSignal Signal, SignalSlice Slice)[] all = [.. keys.Select((key, i) => (view.Signals.First(signal => signal.Key == key), slices[i]))];
        Panel[] panels = [.. all.GroupBy(each => (IsCommand: each.Signal.Channel is not null, each.Signal.Unit)).Select(group => SignalPanel([.. group], span))];
        return Base(view, span, string.Join(", ", keys), channel: null) with { Panels = panels, PanelHeightPx = panels.Length > 1 ? 160 : 220 };
    }

    private static Panel SignalPanel((ViewSignal Signal, SignalSlice Slice)[] all, TimeSpanS span)
    {
        ViewSignal[] signals = [.. all.Select(each => each.Signal)];
        bool isOneGroup = signals.All(signal => signal.Group == signals[0].Group);
        bool isOneChannel = signals.All(signal => signal.Name == signals[0].Name);
        IEnumerable<Mark> bands = all.Select((each, i) => (Mark)ChannelGroups.Mark(each.Signal, each.Slice, span) with
        {
            Name = each.Signal.Key,
            Ink = Ink.Channel(each.Signal.Channel ?? i),
            Stroke = isOneGroup && all.Length > 1 ? Palette.StrokeOf(each.Signal.Channel ?? i) : ChannelGroups.StrokeOf(each.Signal),
        });
        IEnumerable<Mark> thresholds = signals.Where(signal => signal.Threshold is not null).Select(signal =>
            (Mark)new LevelMark(signal.Threshold!.Value) { Name = $"{signal.Name} threshold", Ink = Ink.Alarm, Stroke = Stroke.Dashed });
        return new Panel(new Axis(isOneChannel ? signals[0].Name : "value", signals[0].Unit), [.. isOneChannel ? Limits(signals) : [], .. signals.SelectMany(signal => BandCourse.Marks(signal, span)), .. bands, .. thresholds]);
    }

    private static IEnumerable<Mark> Limits(IEnumerable<ViewSignal> signals) =>
        signals.Where(signal => signal.Min is not null || signal.Max is not null).Take(1)
            .Select(signal => (Mark)new LimitMark(signal.Min, signal.Max) { Name = "limits" });

    private static IReadOnlyList<SignalSlice> Slices(EpisodeView view, IReadOnlyList<string> keys, TimeSpanS span) =>
        view.Slice(keys, span.From, span.To, span.Buckets(view.Layout.RateHz, MostBuckets));

    private static Figure Base(EpisodeView view, TimeSpanS span, string title, string? channel) => new()
    {
        Title = title,
        Subtitle = string.Join(" · ", new[] { Path.GetFileName(view.Path), view.Session.Task, view.Session.Policy }.Where(part => !string.IsNullOrEmpty(part))),
        Footnote = view.IsComplete ? "" : "The recording was not finished; drawn is what could be recovered.",
        X = Axis.Time(span.From, span.To),
        Strips = [.. view.Strips.Where(strip => DrawnStrips.Contains(strip.Name)).Select(Strip)],
        Spans = [.. view.Strips.Where(strip => strip.Name == "verdict").SelectMany(strip => strip.Spans).Where(IsIntervention).Select(each => new ShadedSpan(each.T0, each.T1, "intervention"))],
        ChunkTicks = [.. view.Overview.Chunks.Select(chunk => chunk.TimeS)],
        Events = [.. view.Events.Where(each => each.Severity != "info" && (channel is null || each.Channel is null || each.Channel == channel)).Select(each => new EventMark(each.T, each.Code))],
        Panels = [],
    };

    private static bool IsIntervention(ViewSpan span) =>
        Palette.KindOf("verdict", span.Value) is StateKind.Changed or StateKind.Held or StateKind.Stopped;

    private static StateStrip Strip(ViewStrip strip) =>
        new(strip.Name, [.. strip.Spans.Select(span => new StateSpan(span.T0, span.T1, span.Text, Palette.KindOf(strip.Name, span.Value)))]);
}
