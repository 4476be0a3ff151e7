using Interlock.Recording.Mcap.Wire;

namespace Interlock.Recording.Mcap.Reading;

/// <summary>Walks the records of a sequence that is in memory.</summary>
/// <param name="bytes">The sequence.</param>
/// <param name="offset">Where it begins in the file.</param>
/// <param name="file">The file as the user named it.</param>
internal ref struct RecordWalk(ReadOnlySpan<byte> bytes, long offset, string? file)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _next;

    /// <summary>The record that <see cref="MoveNext"/> reached.</summary>
    public RecordExtent Record { get; private set; }

    public readonly ReadOnlySpan<byte> Content => _bytes.Slice(ContentStart, (int)Record.ContentLength);

    /// <summary>Where the content begins in the sequence.</summary>
    public readonly int ContentStart => (int)(Record.ContentOffset - offset);

    public readonly FieldReader Fields => new(Content, Record.ContentOffset, file);

    public bool MoveNext()
    {
        if (_next == _bytes.Length)
        {
            return false;
        }

        long start = offset + _next;
        if (_bytes.Length - _next < McapFormat.RecordHeadBytes)
        {
            throw McapError.Truncated(file, start, $"a record begins {_bytes.Length - _next} bytes before its section ends");
        }

        Record = RecordExtent.Of(_bytes[_next..], start, offset + _bytes.Length, file);
        _next = (int)(Record.End - offset);
        return true;
    }
}
