using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interlock.Datasets.Parquet.Encodings;

/// <summary>PLAIN numbers of a fixed width, little endian.</summary>
/// <param name="widen">Converts the stored numbers to doubles.</param>
internal sealed class PlainNumberDecoder<TStored>(Widen<TStored> widen) : ValueDecoder<double>
    where TStored : unmanaged
{
    private ArraySegment<byte> _values;

    public override void Start(ArraySegment<byte> values) => _values = values;

    public override void Read(Span<double> destination)
    {
        ReadOnlySpan<TStored> stored = MemoryMarshal.Cast<byte, TStored>(_values.AsSpan());
        if (stored.Length < destination.Length)
        {
            throw EndsEarly();
        }

        widen(stored[..destination.Length], destination);
        _values = _values[(destination.Length * Unsafe.SizeOf<TStored>())..];
    }
}
