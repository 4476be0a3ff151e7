using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire.JsonNumpy;

/// <summary>JSON with json-numpy objects as a tree of values; read as a stream, so that memory follows the budget.</summary>
internal ref struct JsonNumpyDecoder
{
    public const string Format = "json";
    private const string ArrayKey = "__numpy__";

    private readonly AllocationBudget _budget;
    private Utf8JsonReader _reader;

    private JsonNumpyDecoder(ReadOnlySpan<byte> json)
    {
        _budget = new AllocationBudget(Format, json.Length);
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = WireLimits.MostLevels });
    }

    public static WireValue Decode(ReadOnlySpan<byte> json)
    {
        JsonNumpyDecoder decoder = new(json);
        try
        {
            decoder._reader.Read();
            WireValue value = decoder.Value();
            decoder._reader.Read();
            return value;
        }
        catch (JsonException error)
        {
            throw WireError.At(WireCodes.NotJson, Format, decoder._reader.TokenStartIndex, $"not JSON: {error.Message}");
        }
        catch (InvalidOperationException)
        {
            throw WireError.At(WireCodes.NotText, Format, decoder._reader.TokenStartIndex, "the text is not UTF-8");
        }
    }

    private readonly long Offset => _reader.TokenStartIndex;

    private WireValue Value()
    {
        _budget.Charge(AllocationBudget.NodeBytes, Offset);
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(),
            JsonTokenType.StartArray => List(),
            JsonTokenType.String => new WireValue.Text(Text()),
            JsonTokenType.Number => Number(),
            JsonTokenType.True => WireValue.True,
            JsonTokenType.False => WireValue.False,
            _ => WireValue.None,
        };
    }

    private string Text()
    {
        _budget.ChargeText(_reader.ValueSpan.Length, Offset);
        return _reader.GetString()!;
    }

    private readonly WireValue Number() =>
        _reader.TryGetInt64(out long whole) ? new WireValue.Integer(whole) : new WireValue.Number(_reader.GetDouble());

    private WireValue.List List()
    {
        List<WireValue> items = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            _budget.Charge(AllocationBudget.SlotBytes, Offset);
            items.Add(Value());
        }

        return new WireValue.List(items);
    }

    private WireValue Object()
    {
        long at = Offset;
        _budget.Charge(AllocationBudget.MapBytes, at);
        OrderedDictionary<string, WireValue> entries = [];
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            _budget.Charge(AllocationBudget.MapEntryBytes, Offset);
            string key = Text();
            long keyAt = Offset;
            _reader.Read();
            if (!entries.TryAdd(key, key == ArrayKey ? Base64() : Value()))
            {
                throw WireError.At(WireCodes.DuplicateKey, Format, keyAt, $"the key {Quoted.Of(key)} comes twice in one object");
            }
        }

        return entries.TryGetValue(ArrayKey, out WireValue? data) ? Array(entries, (WireValue.Bytes)data, at) : new WireValue.Map(entries);
    }

    private WireValue.Bytes Base64()
    {
        _budget.Charge(_reader.ValueSpan.Length, Offset);
        return _reader.TokenType == JsonTokenType.String && _reader.TryGetBytesFromBase64(out byte[]? data)
            ? new WireValue.Bytes(data)
            : throw Malformed(Offset, $"{ArrayKey} is not base64");
    }

    private static WireValue.Array Array(OrderedDictionary<string, WireValue> entries, WireValue.Bytes data, long at)
    {
        if (entries.GetValueOrDefault("dtype") is WireValue.List or WireValue.Map)
        {
            throw WireError.At(WireCodes.Dtype, Format, at, "a structured dtype is not carried", "send one plain array per field");
        }

        if (entries.GetValueOrDefault("dtype") is not WireValue.Text dtype || entries.GetValueOrDefault("shape") is not WireValue.List shape)
        {
            throw Malformed(at, "a numpy value needs dtype as text and shape as a list");
        }

        return new WireValue.Array(
            NumpyArray.Checked(NumpyDtype.Read(dtype.Value, Format, at), ShapeOf.List(shape, Format, at), data.Value, Format, at));
    }

    private static DiagnosticException Malformed(long at, string message) => WireError.At(WireCodes.JsonNumpy, Format, at, message);
}
