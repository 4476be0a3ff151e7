using Interlock.Dashboard.Plots;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Recipes;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Tests.Plots;

/// <summary>Figures as users see them, without a recording.</summary>
internal static class SampleFigures
{
    private const int Buckets = 600;
    private const double LengthS = 8;
    private const double StepS = LengthS / Buckets;

    public static Figure Channel() => new()
    {
        Title = "shoulder_pan.pos",
        Subtitle = "run-2026-11-21.mcap · so101-table · 0 s to 8 s",
        Footnote = "policy against guarded against executed; shaded where the guard intervened. Limits from so101-table.contract.yaml.",
        X = Axis.Time(0, LengthS),
        Strips = [Supervisor(), Verdicts()],
        Spans = [new ShadedSpan(3.1, 4.4, "intervention"), new ShadedSpan(4.4, 5.0, "intervention")],
        ChunkTicks = [.. Enumerable.Range(0, 16).Select(i => i * 0.5)],
        Events = [new EventMark(3.1, "GD104"), new EventMark(3.4, "GD104"), new EventMark(4.4, "GD301"), new EventMark(7.9, "RT012")],
        Panels =
        [
            new Panel(new Axis("position", "deg"),
            [
                new LimitMark(-40, 40) { Name = "limits" },
                Band(t => (50 * Math.Sin(t)) + Math.Sin(t * 190)) with { Name = "policy", Ink = Ink.Quiet },
                Band(t => Math.Clamp(50 * Math.Sin(t), -40, 40)) with { Name = "guarded", Ink = Ink.Channel(0) },
                Band(t => t is > 5.6 and < 6 ? double.NaN : Math.Clamp(49 * Math.Sin(t - 0.1), -40, 40)) with { Name = "executed", Ink = Ink.Channel(1), Stroke = Stroke.Dashed },
            ]),
            new Panel(new Axis("jerk", "deg/s³"),
            [
                Band(t => 20 + (18 * Math.Sin(t * 3)) + (4 * Math.Sin(t * 170))) with { Name = "jerk", Ink = Ink.Channel(2) },
                new LevelMark(32) { Name = "threshold", Ink = Ink.Alarm, Stroke = Stroke.Dashed },
                new LevelMark(2000) { Name = "stop above" },
            ]) { Weight = 0.6 },
        ],
    };

    public static Figure Roc() => StudyFigures.Roc("Failure detection, 200 episodes",
    [
        Curve("jerk AUROC 0.86", x => Math.Pow(x, 0.3)),
        Curve("length only AUROC 0.61", x => Math.Pow(x, 0.7)),
    ]);

    public static Figure Detection() => StudyFigures.Detection("Detection against time", Axis.Time(0, 200),
    [
        new NamedCurve("jerk", Ramp(40), Ramp(40, i => Math.Min(0.9, i / 30.0)))
        {
            Low = Ramp(40, i => Math.Min(0.8, i / 40.0)),
            High = Ramp(40, i => Math.Min(1, i / 24.0)),
        },
    ]);

    public static Figure Reliability() => StudyFigures.Reliability("Confidence", new NamedCurve("observed, 95 % interval", Bins(i => 0.05 + (i * 0.1)), Bins(i => 0.1 + (i * 0.08)))
    {
        Low = Bins(i => 0.02 + (i * 0.08)),
        High = Bins(i => 0.2 + (i * 0.08)),
    });

    public static Figure Coverage() => StudyFigures.Coverage(
        "Coverage of the limits", 0.99, new NamedCurve("held-out episodes", new[] { 0.991, 0.972, 0.995 }, default) { Low = new[] { 0.985, 0.95, 0.99 }, High = new[] { 0.996, 0.985, 0.999 } }, ["shoulder_pan.pos", "shoulder_lift.pos", "gripper.pos"]);

    public static Figure Histogram() => StudyFigures.Histogram(
        "p-values", new Axis("p-value"), new Axis("episodes"), Bins(i => i * 0.1, 11), Bins(i => 20 + (7 * Math.Sin(i))), level: 20);

    public static BandMark Band(Func<double, double> value)
    {
        const int PerBucket = 16;
        float[] lows = new float[Buckets], highs = new float[Buckets];
        for (int i = 0; i < Buckets; i++)
        {
            double[] values = [.. Enumerable.Range(0, PerBucket).Select(j => value((i + (j / (double)PerBucket)) * StepS))];
            (lows[i], highs[i]) = ((float)values.Min(), (float)values.Max());
        }

        return new BandMark(0, StepS, new SignalSlice(lows, highs));
    }

    private static StateStrip Supervisor() => new("supervisor",
    [
        Span(0, 0.6, "armed", "supervisor"), Span(0.6, 3.1, "running", "supervisor"), Span(3.1, 4.4, "degraded", "supervisor"),
        Span(4.4, 5, "holding", "supervisor"), Span(5, 6.5, "human_control", "supervisor"), Span(6.5, 8, "stopped", "supervisor"),
    ]);

    private static StateStrip Verdicts() => new("verdict",
    [
        Span(0, 3.1, "pass", "verdict"), Span(3.1, 4.4, "clip", "verdict"), Span(4.4, 5, "hold", "verdict"), Span(5, 6.5, "pass", "verdict"), Span(6.5, 6.502, "stop", "verdict"), Span(6.502, 8, "none", "verdict"),
    ]);

    private static StateSpan Span(double from, double to, string word, string strip) => new(from, to, word, Palette.KindOf(strip, word));

    private static NamedCurve Curve(string name, Func<double, double> y)
    {
        double[] x = [.. Enumerable.Range(0, 51).Select(i => i / 50.0)];
        return new NamedCurve(name, x, Array.ConvertAll(x, value => y(value)));
    }

    private static double[] Ramp(int count, Func<int, double>? value = null) => [.. Enumerable.Range(0, count).Select(i => value is null ? i * 5.0 : value(i))];

    private static double[] Bins(Func<int, double> value, int count = 10) => [.. Enumerable.Range(0, count).Select(value)];
}
