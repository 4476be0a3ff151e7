using System.Globalization;

namespace Interlock.Bench.Live;

/// <summary>Medians over the rounds, least and most in brackets, and what part of the median without a feed they are.</summary>
internal static class LiveTable
{
    public static void Write(TextWriter output, IReadOnlyDictionary<LiveViewer, List<LiveTimes>> rounds)
    {
        List<LiveTimes> without = rounds[LiveViewer.None];
        Row(output, ["viewer", "late p50 us", "late p99 us", "late p99.9 us", "work p50 us", "work p99 us", "missed", "bytes", "dropped"]);
        foreach ((LiveViewer kind, List<LiveTimes> times) in rounds)
        {
            Row(output, [
                kind.ToString(),
                Cell(times, without, one => one.LateUs(0.5)),
                Cell(times, without, one => one.LateUs(0.99)),
                Cell(times, without, one => one.LateUs(0.999)),
                Cell(times, without, one => one.WorkUs(0.5)),
                Cell(times, without, one => one.WorkUs(0.99)),
                Range(times, one => one.Missed, "0"),
                Range(times, one => one.Bytes, "0"),
                Range(times, one => one.Dropped, "0"),
            ]);
        }
    }

    private static void Row(TextWriter output, string[] cells) => output.WriteLine(string.Join("  ", cells.Select((cell, i) => i == 0 ? $"{cell,-15}" : $"{cell,26}")));

    private static string Cell(List<LiveTimes> times, List<LiveTimes> without, Func<LiveTimes, double> value) =>
        string.Create(CultureInfo.InvariantCulture, $"{Range(times, value, "0.0")} ×{Median(times, value) / Median(without, value):0.00}");

    private static string Range(List<LiveTimes> times, Func<LiveTimes, double> value, string format)
    {
        string Number(double number) => number.ToString(format, CultureInfo.InvariantCulture);
        return $"{Number(Median(times, value))} [{Number(times.Min(value))}, {Number(times.Max(value))}]";
    }

    private static double Median(List<LiveTimes> times, Func<LiveTimes, double> value) => times.Select(value).Order().ElementAt(times.Count / 2);
}
