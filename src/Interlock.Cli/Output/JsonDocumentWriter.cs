using System.Text;
using System.Text.Json;

namespace Interlock.Cli.Output;

/// <summary>Writes one JSON document, or one line of JSON, to a verb's output.</summary>
internal static class JsonDocumentWriter
{
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write, bool indented = true)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Indented = indented }))
        {
            write(writer);
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
