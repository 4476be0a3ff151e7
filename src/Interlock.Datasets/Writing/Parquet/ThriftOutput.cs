using System.Text;
using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Writing.Parquet;

/// <summary>Writes the thrift compact protocol into memory.</summary>
internal sealed class ThriftOutput
{
    private const int ShortList = 15;
    private const int ShortDelta = 15;

    private readonly List<byte> _bytes = [];
    private readonly Stack<int> _outer = new();
    private int _last;

    public byte[] ToArray() => _bytes.ToArray();

    public ThriftOutput Int32(int field, int value) => Header(field, ThriftType.Int32).ZigZag(value);

    public ThriftOutput Int64(int field, long value) => Header(field, ThriftType.Int64).ZigZag(value);

    public ThriftOutput Text(int field, string value) => Header(field, ThriftType.Binary).Raw(value);

    public ThriftOutput TextList(int field, IReadOnlyList<string> values)
    {
        List(field, ThriftType.Binary, values.Count);
        foreach (string value in values)
        {
            Raw(value);
        }

        return this;
    }

    public ThriftOutput Int32List(int field, params ReadOnlySpan<int> values)
    {
        List(field, ThriftType.Int32, values.Length);
        foreach (int value in values)
        {
            ZigZag(value);
        }

        return this;
    }

    public ThriftOutput List(int field, ThriftType element, int count)
    {
        Header(field, ThriftType.List);
        _bytes.Add((byte)((Math.Min(count, ShortList) << 4) | (int)element));
        return count >= ShortList ? Number((ulong)count) : this;
    }

    /// <summary>Begins a structure; field 0 is an element of a list, or the outermost.</summary>
    public ThriftOutput Begin(int field = 0)
    {
        if (field > 0)
        {
            Header(field, ThriftType.Structure);
        }

        _outer.Push(_last);
        _last = 0;
        return this;
    }

    public ThriftOutput End()
    {
        _bytes.Add((byte)ThriftType.Stop);
        _last = _outer.Pop();
        return this;
    }

    private ThriftOutput Header(int field, ThriftType type)
    {
        int delta = field - _last;
        _last = field;
        if (delta is > 0 and <= ShortDelta)
        {
            _bytes.Add((byte)((delta << 4) | (int)type));
            return this;
        }

        _bytes.Add((byte)type);
        return ZigZag(field);
    }

    private ThriftOutput Raw(string value)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(value);
        Number((ulong)utf8.Length);
        _bytes.AddRange(utf8);
        return this;
    }

    private ThriftOutput ZigZag(long value) => Number((ulong)((value << 1) ^ (value >> 63)));

    private ThriftOutput Number(ulong value)
    {
        VariableLength.Write(_bytes, value);
        return this;
    }
}
