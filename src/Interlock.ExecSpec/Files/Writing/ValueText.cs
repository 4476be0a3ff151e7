using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Interlock.ExecSpec.Files.Writing;

/// <summary>Numbers, texts and lists of them as they stand in the file: on one line, each number in the fewest digits that read back as itself.</summary>
internal static class ValueText
{
    /// <summary>Letters of every language stay readable; what JSON has to escape is escaped.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static string Of(double value) => value switch
    {
        0 => "0",
        double.NaN => "\"NaN\"",
        double.PositiveInfinity => "\"Infinity\"",
        double.NegativeInfinity => "\"-Infinity\"",
        _ => value.ToString("R").Replace('E', 'e'),
    };

    public static string Of(IEnumerable<double> values) => List(values.Select(Of));

    public static string Of(IEnumerable<bool> values) => List(values.Select(value => value ? "true" : "false"));

    public static string Of(IEnumerable<string> values) => List(values.Select(value => $"\"{JsonEncodedText.Encode(value, Encoder)}\""));

    private static string List(IEnumerable<string> items) => new StringBuilder("[").AppendJoin(", ", items).Append(']').ToString();
}
