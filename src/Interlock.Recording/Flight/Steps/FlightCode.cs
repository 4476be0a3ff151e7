using System.Buffers.Binary;

namespace Interlock.Recording.Flight.Steps;

/// <summary>A diagnostic code of at most eight ASCII characters, small enough to cross the ring. Make them once, before the loop runs.</summary>
public readonly record struct FlightCode
{
    private const int MostLetters = 8;

    private readonly ulong _letters;

    private FlightCode(ulong letters) => _letters = letters;

    /// <summary>Packs a code.</summary>
    /// <param name="code">1 to 8 printable ASCII characters, for example <c>GD012</c>.</param>
    public static FlightCode Of(string code)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        if (code.Length > MostLetters || code.Any(letter => letter is < '!' or > '~'))
        {
            throw new ArgumentException($"'{code}' is not a code of 1 to {MostLetters} printable ASCII characters.", nameof(code));
        }

        Span<byte> bytes = stackalloc byte[MostLetters];
        bytes.Clear();
        System.Text.Encoding.ASCII.GetBytes(code, bytes);
        return new FlightCode(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
    }

    /// <inheritdoc />
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[MostLetters];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, _letters);
        return System.Text.Encoding.ASCII.GetString(bytes.TrimEnd((byte)0));
    }
}
