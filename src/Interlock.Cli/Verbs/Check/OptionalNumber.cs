using System.Text.Json;
using Interlock.Core.Text;

namespace Interlock.Cli.Verbs.Check;

/// <summary>A number in JSON that may be unknown.</summary>
internal static class OptionalNumber
{
    public static void Write(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            JsonNumber.Write(writer, name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
