namespace Interlock.Policies.Wire.Msgpack;

/// <summary>One msgpack value, or the beginning of a list or map.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Byte where it begins.</param>
/// <param name="Integer">The number, 0 or 1 for a boolean, or the type of an extension.</param>
/// <param name="Number">The float.</param>
/// <param name="Count">Items of a list, entries of a map.</param>
/// <param name="Content">Bytes of text, binary and extension; a slice of the input.</param>
internal readonly record struct MsgpackToken(
    MsgpackKind Kind,
    int Offset,
    Int128 Integer = default,
    double Number = 0,
    int Count = 0,
    ReadOnlyMemory<byte> Content = default)
{
    public bool IsKey(ReadOnlySpan<byte> name) => Kind is MsgpackKind.Text or MsgpackKind.Binary && Content.Span.SequenceEqual(name);
}
