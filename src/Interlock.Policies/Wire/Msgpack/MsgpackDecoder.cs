using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Policies.Wire.Msgpack;

/// <summary>Msgpack with numpy markers as a tree of values.</summary>
internal sealed class MsgpackDecoder(ReadOnlyMemory<byte> input)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly AllocationBudget _budget = new(MsgpackReader.Format, input.Length);
    private MsgpackReader _reader = new(input);

    public WireValue Decode()
    {
        WireValue value = Value(0);
        _reader.RequireEnd();
        return value;
    }

    private WireValue Value(int level)
    {
        MsgpackToken token = _reader.Next();
        if (level >= WireLimits.MostLevels)
        {
            throw WireError.At(WireCodes.TooDeep, MsgpackReader.Format, token.Offset, $"more than {WireLimits.MostLevels} levels of nesting");
        }

        return token.Kind switch
        {
            MsgpackKind.Map => Map(token, level),
            MsgpackKind.List => List(token, level),
            _ => Leaf(token),
        };
    }

    private WireValue Leaf(MsgpackToken token)
    {
        _budget.Charge(AllocationBudget.NodeBytes, token.Offset);
        return token.Kind switch
        {
            MsgpackKind.Nil => WireValue.None,
            MsgpackKind.Boolean => token.Integer == 1 ? WireValue.True : WireValue.False,
            MsgpackKind.Integer => new WireValue.Integer(token.Integer),
            MsgpackKind.Number => new WireValue.Number(token.Number),
            MsgpackKind.Text => new WireValue.Text(Text(token)),
            MsgpackKind.Binary => new WireValue.Bytes(token.Content),
            _ => new WireValue.Extension((int)token.Integer, token.Content),
        };
    }

    private WireValue.List List(MsgpackToken token, int level)
    {
        _budget.Charge(AllocationBudget.NodeBytes + ((long)token.Count * AllocationBudget.SlotBytes), token.Offset);
        WireValue[] items = new WireValue[token.Count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = Value(level + 1);
        }

        return new WireValue.List(items);
    }

    private WireValue Map(MsgpackToken token, int level)
    {
        if (NumpyMarker.TryRead(ref _reader, token, out NumpyMarker marker))
        {
            _budget.Charge(2 * AllocationBudget.NodeBytes, token.Offset);
            return marker.IsArray ? new WireValue.Array(marker.Array) : new WireValue.Scalar(marker.Dtype, Leaf(marker.ScalarValue));
        }

        _budget.Charge(AllocationBudget.MapBytes + ((long)token.Count * AllocationBudget.MapEntryBytes), token.Offset);
        OrderedDictionary<string, WireValue> entries = new(token.Count);
        for (int i = 0; i < token.Count; i++)
        {
            MsgpackToken key = _reader.Next();
            string name = Key(key);
            if (!entries.TryAdd(name, Value(level + 1)))
            {
                throw WireError.At(WireCodes.DuplicateKey, MsgpackReader.Format, key.Offset, $"the key {Quoted.Of(name)} comes twice in one map");
            }
        }

        return new WireValue.Map(entries);
    }

    private string Key(MsgpackToken key)
    {
        if (key.Kind != MsgpackKind.Text)
        {
            bool isMarker = key.IsKey(NumpyMarker.ArrayName) || key.IsKey(NumpyMarker.ScalarName);
            throw isMarker
                ? WireError.At(WireCodes.NumpyMarker, MsgpackReader.Format, key.Offset, "a numpy marker in a map of the wrong entries")
                : WireError.At(WireCodes.WrongKind, MsgpackReader.Format, key.Offset, "a key of a map is not text");
        }

        return Text(key);
    }

    private string Text(MsgpackToken token)
    {
        _budget.ChargeText(token.Content.Length, token.Offset);
        try
        {
            return StrictUtf8.GetString(token.Content.Span);
        }
        catch (DecoderFallbackException)
        {
            throw NotText(token.Offset);
        }
    }

    private static DiagnosticException NotText(int offset) =>
        WireError.At(WireCodes.NotText, MsgpackReader.Format, offset, "the text is not UTF-8");
}
