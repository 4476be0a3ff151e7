using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.ExecSpec.Safetensors;

/// <summary>Reads the JSON header in one pass without building a document of it: a header may be 100 MB.</summary>
internal ref struct HeaderParser
{
    private const string MetadataName = "__metadata__";
    private const int DeepestNesting = 4;
    private const int OffsetCount = 2;

    private readonly string _file;
    private readonly Dictionary<string, SafetensorInfo> _tensors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private Utf8JsonReader _json;

    private HeaderParser(ReadOnlySpan<byte> json, string file)
    {
        _file = file;
        _json = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DeepestNesting });
    }

    /// <summary>Parses <paramref name="json"/>; spaces after the closing brace are allowed.</summary>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> json, string file)
    {
        try
        {
            return new HeaderParser(json, file).Parse();
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new DiagnosticException(SafetensorsCodes.HeaderJson, $"the header cannot be read: {problem.Message}", SourcePlace.OfFile(file));
        }
    }

    private SafetensorsHeader Parse()
    {
        Expect(JsonTokenType.StartObject, "the header");
        while (NextName() is { } name)
        {
            if (name == MetadataName)
            {
                ReadMetadata();
            }
            else if (!_tensors.TryAdd(name, ReadTensor(name)))
            {
                throw Malformed($"the tensor {Quoted.Of(name)} is named twice");
            }
        }

        return _json.Read() ? throw Malformed("something follows the header's object") : new SafetensorsHeader(_tensors, _metadata);
    }

    private void ReadMetadata()
    {
        Expect(JsonTokenType.StartObject, MetadataName);
        while (NextName() is { } name)
        {
            Expect(JsonTokenType.String, MetadataName);
            _metadata[name] = _json.GetString()!;
        }
    }

    private SafetensorInfo ReadTensor(string name)
    {
        SafetensorDtype? dtype = null;
        long[]? shape = null;
        long[]? offsets = null;
        Expect(JsonTokenType.StartObject, name);
        while (NextName() is { } field)
        {
            switch (field)
            {
                case "dtype" when dtype is null:
                    dtype = ReadDtype(name);
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(name);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(name);
                    break;
                default:
                    throw Malformed($"the field {Quoted.Of(field)} of {Quoted.Of(name)} is unknown or stands there twice");
            }
        }

        return dtype is { } type && shape is not null && offsets is { Length: OffsetCount }
            ? TensorLayout.Checked(name, type, shape, offsets[0], offsets[1], _file)
            : throw Malformed($"the tensor {Quoted.Of(name)} lacks its dtype, its shape or two data_offsets");
    }

    private SafetensorDtype ReadDtype(string tensor)
    {
        Expect(JsonTokenType.String, tensor);
        string word = _json.GetString()!;
        return ElementCodec.Find(word) ?? throw new DiagnosticException(
            SafetensorsCodes.UnknownDtype,
            $"the tensor {Quoted.Of(tensor)} has the element type {Quoted.Of(word)}",
            SourcePlace.OfFile(_file),
            $"known are {string.Join(", ", Enum.GetNames<SafetensorDtype>())}");
    }

    private long[] ReadNumbers(string tensor)
    {
        List<long> numbers = [];
        Expect(JsonTokenType.StartArray, tensor);
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType != JsonTokenType.Number || !_json.TryGetInt64(out long number) || number < 0)
            {
                throw Malformed($"shape and data_offsets of {Quoted.Of(tensor)} have to be whole numbers from 0");
            }

            if (numbers.Count == TensorLayout.MostDimensions)
            {
                throw Malformed($"the tensor {Quoted.Of(tensor)} has more than {TensorLayout.MostDimensions} dimensions");
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }

    private string? NextName() => _json.Read() && _json.TokenType == JsonTokenType.PropertyName ? _json.GetString() : null;

    private void Expect(JsonTokenType type, string where)
    {
        if (!_json.Read() || _json.TokenType != type)
        {
            throw Malformed($"{Quoted.Of(where)} has to be followed by {type}");
        }
    }

    private readonly DiagnosticException Malformed(string what) =>
        new(SafetensorsCodes.HeaderJson, what, new SourcePlace(_file, Key: $"byte {SafetensorsFile.LengthBytes + _json.TokenStartIndex}"));
}
