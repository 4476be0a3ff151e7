using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Web.Answers;

internal sealed record SignalAnswer(string Key, string Group, string Name, string Unit, int Color, double? Min, double? Max, double? Threshold, BandAnswer? Band)
{
    public static SignalAnswer Of(ViewSignal signal, int place) =>
        new(signal.Key, signal.Group, signal.Name, signal.Unit, signal.Channel ?? place, signal.Min, signal.Max, signal.Threshold, BandAnswer.Of(signal.Band));
}

internal sealed record BandAnswer(
    string Alarm, double Alpha, bool WorseBelow, int WindowSteps, double BinS, IReadOnlyList<double> Usual, IReadOnlyList<double> Limit, IReadOnlyList<ViewBandRun> Runs)
{
    public static BandAnswer? Of(ViewBand? band) => band is null
        ? null
        : new BandAnswer(band.Alarm, band.Alpha, band.IsWorseBelow, band.WindowSteps, band.BinS, band.Usual, band.Limit, band.Runs);
}

internal sealed record StripAnswer(string Name, IReadOnlyList<SpanAnswer> Spans);

internal sealed record SpanAnswer(double T0, double T1, string Value, string Text);

internal record EventAnswer(
    double T, long Tick, string Kind, string Code, string Severity, string? Channel, double? Value, double? Limit, string? Unit, string Text, long Count)
{
    public static EventAnswer Of(ViewEvent found) =>
        new(found.T, found.Tick, found.Kind, found.Code, found.Severity, found.Channel, found.Value, found.Limit, found.Unit, found.Text, found.Count);
}

internal sealed record EventCountAnswer(string Kind, string Code, string? Channel, long Count);

internal record ChunkAnswer(double T, int Rows, double? LatencyMs);

internal sealed record FileAnswer(string Name, string MediaType, long Bytes);
