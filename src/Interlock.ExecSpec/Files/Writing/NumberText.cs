using System.Text;

namespace Interlock.ExecSpec.Files.Writing;

/// <summary>Numbers and lists as they stand in the file: on one line, each number in the fewest digits that read back as itself.</summary>
internal static class NumberText
{
    public static string Of(double value) => value switch
    {
        double.NaN => "\"NaN\"",
        double.PositiveInfinity => "\"Infinity\"",
        double.NegativeInfinity => "\"-Infinity\"",
        _ => value.ToString("R").Replace('E', 'e'),
    };

    public static string Of(IEnumerable<double> values) => List(values.Select(Of));

    public static string Of(IEnumerable<bool> values) => List(values.Select(value => value ? "true" : "false"));

    private static string List(IEnumerable<string> items) => new StringBuilder("[").AppendJoin(", ", items).Append(']').ToString();
}
