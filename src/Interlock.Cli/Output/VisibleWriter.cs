using System.Buffers;
using System.Text;

namespace Interlock.Cli.Output;

/// <summary>
/// Lets nothing through that a terminal would act on: names come from recordings and servers of strangers, and an escape sequence in one could
/// hide or forge lines. Line ends and tabs pass; what is taken out becomes a dot.
/// </summary>
/// <param name="inner">Where the rest goes.</param>
/// <param name="redraws">True where a line that is not ended yet may be drawn anew from its beginning, as progress is.</param>
internal sealed class VisibleWriter(TextWriter inner, bool redraws) : TextWriter
{
    private const char Dot = '·';
    private const char FirstPrintable = ' ';
    private const char Delete = '\u007f';
    private const char LastControl = '\u009f';

    // Marks, embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX #9), and separators that some terminals break lines at.
    private const string Directions = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029";

    private static readonly SearchValues<char> Acted = SearchValues.Create(
        [.. Enumerable.Range(0, FirstPrintable).Concat(Enumerable.Range(Delete, LastControl - Delete + 1)).Select(code => (char)code).Except(['\n', '\t']), .. Directions]);

    private static readonly SearchValues<char> ActedButReturn = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(letter => letter != '\r' && Acted.Contains(letter))]);

    private readonly SearchValues<char> _inLines = inner.NewLine.Contains('\r', StringComparison.Ordinal) ? ActedButReturn : Acted;
    private readonly SearchValues<char> _within = redraws || inner.NewLine.Contains('\r', StringComparison.Ordinal) ? ActedButReturn : Acted;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(_within.Contains(value) ? Dot : value);

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) => inner.Write(Visible(value, _within));

    // In one piece, so that lines of several threads stay whole.
    public override void WriteLine(string? value) => inner.WriteLine(Visible(value, _inLines));

    public override Task WriteLineAsync(string? value) => inner.WriteLineAsync(Visible(value, _inLines));

    public override void Flush() => inner.Flush();

    public override Task FlushAsync() => inner.FlushAsync();

    private static string? Visible(string? text, SearchValues<char> refused) => text is null || text.AsSpan().IndexOfAny(refused) < 0
        ? text
        : string.Create(text.Length, (text, refused), static (shown, from) =>
        {
            from.text.CopyTo(shown);
            shown.ReplaceAny(from.refused, Dot);
        });
}
