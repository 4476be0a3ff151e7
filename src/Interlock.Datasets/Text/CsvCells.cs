using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>
/// Splits a line at its delimiter. A cell may stand in double quotes, with a quote doubled inside (RFC 4180); a cell never spans lines.
/// </summary>
internal static class CsvCells
{
    private const byte Quote = (byte)'"';

    /// <summary>The first of comma, tab and semicolon that occurs; comma for a single column.</summary>
    public static byte DelimiterOf(ReadOnlySpan<byte> firstLine)
    {
        int at = firstLine.IndexOfAny(",\t;"u8);
        return at < 0 ? (byte)',' : firstLine[at];
    }

    /// <summary>Replaces the content of <paramref name="cells"/>; cells are trimmed of blanks.</summary>
    public static void Split(ReadOnlyMemory<byte> line, byte delimiter, List<ReadOnlyMemory<byte>> cells, SourcePlace place)
    {
        cells.Clear();
        while (true)
        {
            ReadOnlyMemory<byte> cell = Next(line, delimiter, place, out int end);
            cells.Add(cell);
            if (end >= line.Length)
            {
                return;
            }

            line = line[(end + 1)..];
        }
    }

    private static ReadOnlyMemory<byte> Next(ReadOnlyMemory<byte> line, byte delimiter, SourcePlace place, out int end)
    {
        ReadOnlyMemory<byte> rest = line.TrimStart((byte)' ');
        if (!rest.Span.StartsWith([Quote]))
        {
            int at = line.Span.IndexOf(delimiter);
            end = at < 0 ? line.Length : at;
            return line[..end].Trim((byte)' ');
        }

        int closing = ClosingQuote(rest.Span, place);
        int after = rest.Span[(closing + 1)..].IndexOf(delimiter);
        int restEnd = after < 0 ? rest.Length : closing + 1 + after;
        end = line.Length - rest.Length + restEnd;
        return Unquote(rest[1..closing]);
    }

    private static int ClosingQuote(ReadOnlySpan<byte> cell, SourcePlace place)
    {
        for (int at = 1; at < cell.Length; at++)
        {
            if (cell[at] != Quote)
            {
                continue;
            }

            if (at + 1 < cell.Length && cell[at + 1] == Quote)
            {
                at++;
                continue;
            }

            return at;
        }

        throw new DiagnosticException(
            FileCode.CsvColumnCount, "A quoted cell does not end on its line", place, "write texts without line breaks");
    }

    private static ReadOnlyMemory<byte> Unquote(ReadOnlyMemory<byte> cell)
    {
        if (!cell.Span.Contains(Quote))
        {
            return cell;
        }

        List<byte> bytes = [];
        for (int at = 0; at < cell.Length; at++)
        {
            bytes.Add(cell.Span[at]);
            at += cell.Span[at] == Quote ? 1 : 0;
        }

        return bytes.ToArray();
    }
}
