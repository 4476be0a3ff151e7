namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Reads a file line by line in constant memory; a line longer than the limit is a finding, not an allocation.</summary>
internal static class BoundedLines
{
    private const int BlockBytes = 1 << 16;

    /// <summary>Every non-empty line with its 1-based number. The memory is valid until the next line.</summary>
    public static IEnumerable<(int Number, ReadOnlyMemory<byte> Line)> Of(Findings findings)
    {
        using FileStream stream = File.OpenRead(findings.File);
        byte[] buffer = new byte[BlockBytes];
        int start = 0, end = 0, number = 1;
        while (true)
        {
            int length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                if (!IsBlank(buffer.AsSpan(start, length)))
                {
                    yield return (number, buffer.AsMemory(start, length));
                }

                number++;
                start += length + 1;
                continue;
            }

            buffer = MakeRoom(buffer, ref start, ref end, number, findings);
            int read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                break;
            }

            end += read;
        }

        if (!IsBlank(buffer.AsSpan(start, end - start)))
        {
            yield return (number, buffer.AsMemory(start, end - start));
        }
    }

    private static byte[] MakeRoom(byte[] buffer, ref int start, ref int end, int number, Findings findings)
    {
        int kept = end - start;
        if (kept > InputLimits.LineBytes)
        {
            throw findings.Fatal(StudyCode.TooLarge, $"the line has more than {InputLimits.LineBytes} bytes", line: number);
        }

        byte[] target = kept > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        buffer.AsSpan(start, kept).CopyTo(target);
        (start, end) = (0, kept);
        return target;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => !line.ContainsAnyExcept(" \t\r"u8);
}
