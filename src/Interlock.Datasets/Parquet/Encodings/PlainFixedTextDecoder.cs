using System.Text;

namespace Interlock.Datasets.Parquet.Encodings;

/// <summary>PLAIN strings of a fixed number of bytes.</summary>
internal sealed class PlainFixedTextDecoder(int length) : ValueDecoder<string?>
{
    private ArraySegment<byte> _values;

    public override void Start(ArraySegment<byte> values) => _values = values;

    public override void Read(Span<string?> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            if (_values.Count < length)
            {
                throw EndsEarly();
            }

            destination[i] = Encoding.UTF8.GetString(_values[..length]);
            _values = _values[length..];
        }
    }
}
