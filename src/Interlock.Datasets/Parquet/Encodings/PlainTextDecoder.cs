using System.Buffers.Binary;
using System.Text;

namespace Interlock.Datasets.Parquet.Encodings;

/// <summary>PLAIN strings: a length of four bytes, then UTF-8.</summary>
internal sealed class PlainTextDecoder : ValueDecoder<string?>
{
    private ArraySegment<byte> _values;

    public override void Start(ArraySegment<byte> values) => _values = values;

    public override void Read(Span<string?> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            uint length = _values.Count < sizeof(uint) ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(_values);
            if (length > _values.Count - sizeof(uint))
            {
                throw EndsEarly();
            }

            destination[i] = Encoding.UTF8.GetString(_values.Slice(sizeof(uint), (int)length));
            _values = _values[(sizeof(uint) + (int)length)..];
        }
    }
}
