using System.Text.Unicode;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>Lines of a UTF-8 text file as bytes, without their ends, blank lines left out. Takes a byte order mark away.</summary>
internal sealed class LineReader(string path) : IDisposable
{
    /// <summary>A guard step with every monitor and 44 channels written out takes a few kilobytes.</summary>
    private const int MaximumLineBytes = 1 << 20;

    private const int FirstBufferBytes = 1 << 16;

    private readonly FileStream _stream = DatasetFile.OpenRead(path);
    private byte[] _buffer = new byte[FirstBufferBytes];
    private int _start;
    private int _end;
    private bool _finished;

    /// <summary>1-based number of the line read last.</summary>
    public int Number { get; private set; }

    /// <summary>Where the line read last is.</summary>
    public SourcePlace Place => new(path, Number);

    /// <summary>The next line; valid until the next call. False at the end.</summary>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        while (TryReadRaw(out line))
        {
            Number++;
            line = Number == 1 ? WithoutMark(line) : line;
            line = line.Span.EndsWith("\r"u8) ? line[..^1] : line;
            RequireUtf8(line.Span);
            if (!line.Span.Trim((byte)' ').IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _stream.Dispose();

    private bool TryReadRaw(out ReadOnlyMemory<byte> line)
    {
        int searched = _start;
        while (true)
        {
            int newline = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                line = Take(searched + newline, skip: 1);
                return true;
            }

            searched = _end;
            if (_finished)
            {
                bool any = _end > _start;
                line = Take(_end, skip: 0);
                return any;
            }

            searched -= Fill();
        }
    }

    private ReadOnlyMemory<byte> Take(int end, int skip)
    {
        ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, end - _start);
        _start = end + skip;
        return line;
    }

    /// <summary>Reads on; returns by how much the unread bytes moved towards the front.</summary>
    private int Fill()
    {
        int moved = _start;
        int kept = _end - _start;
        if (kept > MaximumLineBytes)
        {
            throw new DiagnosticException(
                FileCode.LineTooLong,
                $"The line is longer than {MaximumLineBytes} bytes",
                new SourcePlace(path, Number + 1),
                "a step takes one line; is this a text file?");
        }

        byte[] target = kept == _buffer.Length ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_start, kept).CopyTo(target);
        _buffer = target;
        int count = _stream.Read(_buffer, kept, _buffer.Length - kept);
        _finished = count == 0;
        _start = 0;
        _end = kept + count;
        return moved;
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> line) => line.Span.StartsWith("\uFEFF"u8) ? line[3..] : line;

    private void RequireUtf8(ReadOnlySpan<byte> line)
    {
        if (!Utf8.IsValid(line) || line.Contains((byte)0))
        {
            throw new DiagnosticException(
                FileCode.NotUtf8, "The line is not UTF-8 text", Place, "save the file as UTF-8; spreadsheets often write UTF-16");
        }
    }
}
