namespace Interlock.Datasets.Text;

/// <summary>
/// Python's json module writes NaN, Infinity and -Infinity bare, which is not JSON; put into quotes they are what the readers expect.
/// </summary>
internal static class PythonNumbers
{
    public static bool Occur(ReadOnlySpan<byte> line) => line.IndexOf("NaN"u8) >= 0 || line.IndexOf("Infinity"u8) >= 0;

    /// <summary>A copy with every bare name outside strings in quotes.</summary>
    public static byte[] Quote(ReadOnlySpan<byte> line)
    {
        List<byte> quoted = new(line.Length + 16);
        bool inString = false;
        for (int at = 0; at < line.Length;)
        {
            int name = inString ? 0 : NameLength(line[at..]);
            if (name > 0)
            {
                quoted.Add((byte)'"');
                CollectionExtensions.AddRange(quoted, line.Slice(at, name));
                quoted.Add((byte)'"');
                at += name;
                continue;
            }

            int taken = inString && line[at] == '\\' && at + 1 < line.Length ? 2 : 1;
            inString ^= line[at] == '"';
            CollectionExtensions.AddRange(quoted, line.Slice(at, taken));
            at += taken;
        }

        return [.. quoted];
    }

    private static int NameLength(ReadOnlySpan<byte> rest)
    {
        if (rest.StartsWith("NaN"u8))
        {
            return "NaN"u8.Length;
        }

        if (rest.StartsWith("Infinity"u8))
        {
            return "Infinity"u8.Length;
        }

        return rest.StartsWith("-Infinity"u8) ? "-Infinity"u8.Length : 0;
    }
}
