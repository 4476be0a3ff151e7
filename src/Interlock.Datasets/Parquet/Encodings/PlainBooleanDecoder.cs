namespace Interlock.Datasets.Parquet.Encodings;

/// <summary>PLAIN booleans: one bit each, least significant first.</summary>
internal sealed class PlainBooleanDecoder : ValueDecoder<double>
{
    private ArraySegment<byte> _values;
    private long _bit;

    public override void Start(ArraySegment<byte> values) => (_values, _bit) = (values, 0);

    public override void Read(Span<double> destination)
    {
        if (_bit + destination.Length > (long)_values.Count * 8)
        {
            throw EndsEarly();
        }

        ReadOnlySpan<byte> bytes = _values;
        for (int i = 0; i < destination.Length; i++, _bit++)
        {
            destination[i] = (bytes[(int)(_bit >> 3)] >> (int)(_bit & 7)) & 1;
        }
    }
}
