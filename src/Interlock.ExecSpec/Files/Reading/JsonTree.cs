using System.Text.Json;
using System.Text.Unicode;
using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Files.Reading;

/// <summary>Reads a JSON document into a tree with lines, bounded in depth and in the number of values.</summary>
internal ref struct JsonTree
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _file;
    private Utf8JsonReader _reader;
    private int _line = 1;
    private int _countedTo;
    private int _values;

    private JsonTree(ReadOnlySpan<byte> bytes, string file)
    {
        _bytes = bytes;
        _file = file;
        _reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = SpecLimits.MaxDepth + 2 });
    }

    /// <summary>The only document of <paramref name="bytes"/>.</summary>
    /// <exception cref="DiagnosticException">EX100, EX101 or EX102.</exception>
    public static JsonValue Read(ReadOnlySpan<byte> bytes, string file)
    {
        ReadOnlySpan<byte> text = bytes.StartsWith("\uFEFF"u8) ? bytes["\uFEFF"u8.Length..] : bytes;
        if (!Utf8.IsValid(text))
        {
            throw new DiagnosticException("EX100", "the file is not UTF-8 text", SourcePlace.OfFile(file), "save it as UTF-8");
        }

        JsonTree tree = new(text, file);
        tree.Next();
        JsonValue value = tree.ReadValue(depth: 0);
        tree.RefuseMore();
        return value;
    }

    private JsonValue ReadValue(int depth)
    {
        int line = Line();
        _values++;
        if (depth > SpecLimits.MaxDepth)
        {
            throw TooMuch($"values are nested deeper than {SpecLimits.MaxDepth} levels", "a specification needs nine levels");
        }

        if (_values > SpecLimits.MaxValues)
        {
            throw TooMuch($"the file holds more than {SpecLimits.MaxValues} values", "is this the right file?");
        }

        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadMap(line, depth),
            JsonTokenType.StartArray => ReadList(line, depth),
            JsonTokenType.String => new JsonText(line, Text()),
            JsonTokenType.Number => new JsonDecimal(line, _reader.GetDouble()),
            JsonTokenType.True => new JsonWord(line, true),
            JsonTokenType.False => new JsonWord(line, false),
            _ => new JsonWord(line, null),
        };
    }

    private JsonMap ReadMap(int line, int depth)
    {
        List<JsonEntry> entries = [];
        for (Next(); _reader.TokenType != JsonTokenType.EndObject; Next())
        {
            string key = Text();
            int keyLine = Line();
            Next();
            entries.Add(new JsonEntry(key, keyLine, ReadValue(depth + 1)));
        }

        return new JsonMap(line, entries);
    }

    private JsonList ReadList(int line, int depth)
    {
        List<JsonValue> items = [];
        for (Next(); _reader.TokenType != JsonTokenType.EndArray; Next())
        {
            items.Add(ReadValue(depth + 1));
        }

        return new JsonList(line, items);
    }

    private void Next()
    {
        if (!Advance())
        {
            throw SyntaxError("the document ends too early");
        }
    }

    private void RefuseMore()
    {
        if (Advance())
        {
            throw SyntaxError("something stands behind the document");
        }
    }

    private bool Advance()
    {
        try
        {
            return _reader.Read();
        }
        catch (JsonException exception)
        {
            _line = (int)Math.Min(int.MaxValue - 1, exception.LineNumber ?? 0) + 1;
            _countedTo = _bytes.Length;
            throw SyntaxError(FirstSentence(exception.Message));
        }
    }

    private string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw SyntaxError("a text has half of a surrogate pair (\\uD800 to \\uDFFF alone)");
        }
    }

    private int Line()
    {
        int start = (int)_reader.TokenStartIndex;
        if (start > _countedTo)
        {
            _line += _bytes[_countedTo..start].Count((byte)'\n');
            _countedTo = start;
        }

        return _line;
    }

    /// <summary>The parser's message goes on with advice for programmers, and with line and byte, which the place of the finding says.</summary>
    private static string FirstSentence(string message) => message.Split([" LineNumber:", " in this mode."], 2, StringSplitOptions.None)[0].TrimEnd('.');

    private DiagnosticException TooMuch(string message, string hint) => new("EX101", message, new SourcePlace(_file, Line()), hint);

    private DiagnosticException SyntaxError(string cause) => new(
        "EX102",
        $"not readable as JSON: {cause}",
        new SourcePlace(_file, Line()),
        "check commas, quotes and brackets on this line and the one above; JSON has no comments");
}
