using System.Buffers;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>
/// Python's json module writes NaN, Infinity and -Infinity as bare words, which JSON does not know. They become the strings of the
/// same name; everything else passes unchanged.
/// </summary>
internal static class PythonJson
{
    private static readonly SearchValues<byte> FirstLetters = SearchValues.Create("NI"u8);

    public static ReadOnlyMemory<byte> Quote(ReadOnlyMemory<byte> json) =>
        json.Span.ContainsAny(FirstLetters) ? Rewrite(json.Span) : json;

    private static byte[] Rewrite(ReadOnlySpan<byte> json)
    {
        ArrayBufferWriter<byte> output = new(json.Length + 64);
        bool inString = false;
        for (int i = 0; i < json.Length;)
        {
            int word = inString ? 0 : WordLength(json[i..]);
            if (word > 0)
            {
                output.Write("\""u8);
                output.Write(json.Slice(i, word));
                output.Write("\""u8);
                i += word;
                continue;
            }

            int taken = inString && json[i] == '\\' && i + 1 < json.Length ? 2 : 1;
            inString ^= json[i] == '"';
            output.Write(json.Slice(i, taken));
            i += taken;
        }

        return output.WrittenSpan.ToArray();
    }

    private static int WordLength(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("NaN"u8) ? 3 : rest.StartsWith("Infinity"u8) ? 8 : rest.StartsWith("-Infinity"u8) ? 9 : 0;
}
