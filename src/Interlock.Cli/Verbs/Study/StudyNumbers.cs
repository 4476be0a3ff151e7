using System.Globalization;
using Interlock.Core.Statistics;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Cli.Verbs.Study;

/// <summary>How a study prints its numbers: no more digits than the sample sizes of robot evaluations allow.</summary>
internal static class StudyNumbers
{
    private const double SmallestPrintedP = 0.001;

    public static string Value(double? value) => value is { } number ? number.ToString("0.00", CultureInfo.InvariantCulture) : "-";

    public static string Range(Interval? interval) => interval is { } ends ? $"[{Value(ends.Low)}, {Value(ends.High)}]" : string.Empty;

    public static string NarrowRange(Interval? interval) => interval is { } ends ? $"{Value(ends.Low)}-{Value(ends.High)}" : string.Empty;

    public static string P(double? value) => value switch
    {
        null => "-",
        < SmallestPrintedP => "<0.001",
        { } p => p.ToString("0.000", CultureInfo.InvariantCulture),
    };

    public static string Share(Proportion share) =>
        $"{share.Count} of {share.Of} ({Percent(share.Rate)} %, {Percent(share.Interval.Low)} to {Percent(share.Interval.High)})";

    public static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    public static string Points(double difference) => (100 * difference).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
}
