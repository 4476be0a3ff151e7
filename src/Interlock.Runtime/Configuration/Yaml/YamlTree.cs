using Interlock.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Interlock.Runtime.Configuration.Yaml;

/// <summary>
/// Reads the plain part of YAML that a run file needs into a tree with lines. Anchors, aliases, tags and further documents
/// are refused: they make a document mean something else than it looks like, and can make it grow without bound.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>A run file nests six deep; more is a mistake or an attack.</summary>
    private const int MaxDepth = 16;

    private readonly Parser _parser;
    private readonly string _file;

    private readonly bool _hasLines;

    private YamlTree(string text, string file, bool hasLines)
    {
        _parser = new Parser(new StringReader(text));
        _file = file;
        _hasLines = hasLines;
    }

    /// <summary>The only document of <paramref name="text"/>, or null when it is empty.</summary>
    /// <exception cref="DiagnosticException">CT002, CT003 or CT004.</exception>
    public static YamlValue? Read(string text, string file) => new YamlTree(text, file, hasLines: true).ReadStream();

    /// <summary>The value of a flag.</summary>
    /// <exception cref="DiagnosticException">RT002, RT003 or RT004.</exception>
    public static YamlValue? ReadFlag(string text, string flag) => new YamlTree(text, flag, hasLines: false).ReadStream();

    private YamlValue? ReadStream()
    {
        Next<StreamStart>();
        if (Next<ParsingEvent>() is StreamEnd)
        {
            return null;
        }

        YamlValue value = ReadValue(Next<ParsingEvent>(), depth: 0);
        Next<DocumentEnd>();
        ParsingEvent end = Next<ParsingEvent>();
        return end is StreamEnd ? value : throw Refuse(end, "a second document begins here", "keep one run per file");
    }

    private YamlValue ReadValue(ParsingEvent start, int depth)
    {
        RefuseIndirection(start);
        if (depth > MaxDepth)
        {
            throw Error("RT002", start, $"values are nested deeper than {MaxDepth} levels", "a run file needs six levels");
        }

        return start switch
        {
            Scalar scalar => new YamlScalar(OriginOf(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => ReadList(start, depth),
            MappingStart => ReadMap(start, depth),
            _ => throw SyntaxError(LineOf(start), "a value is missing"),
        };
    }

    private YamlList ReadList(ParsingEvent start, int depth)
    {
        List<YamlValue> items = [];
        for (ParsingEvent next = Next<ParsingEvent>(); next is not SequenceEnd; next = Next<ParsingEvent>())
        {
            items.Add(ReadValue(next, depth + 1));
        }

        return new YamlList(OriginOf(start), items);
    }

    private YamlMap ReadMap(ParsingEvent start, int depth)
    {
        List<YamlEntry> entries = [];
        for (ParsingEvent next = Next<ParsingEvent>(); next is not MappingEnd; next = Next<ParsingEvent>())
        {
            RefuseIndirection(next);
            Scalar key = next as Scalar ?? throw Refuse(next, "a key is not a single word", "write 'key: value'");
            entries.Add(new YamlEntry(key.Value, OriginOf(key), ReadValue(Next<ParsingEvent>(), depth + 1)));
        }

        return new YamlMap(OriginOf(start), entries);
    }

    private void RefuseIndirection(ParsingEvent item)
    {
        if (item is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            throw Refuse(item, "anchors and aliases (& and *) are not part of the run format", "write the values out");
        }

        if (item is NodeEvent { Tag.IsEmpty: false })
        {
            throw Refuse(item, "tags (!) are not part of the run format", "write the value without its tag");
        }
    }

    private T Next<T>()
        where T : ParsingEvent =>
        Advance() && _parser.Current is T item ? item : throw SyntaxError(CurrentLine, "the document ends too early");

    private int CurrentLine => _parser.Current is { } current ? LineOf(current) : 1;

    private bool Advance()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (YamlException exception)
        {
            throw SyntaxError((int)exception.Start.Line, exception.Message);
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The parser meets some malformed documents with its own programmer errors instead of a YamlException.
            throw SyntaxError(CurrentLine, exception.Message);
        }
    }

    private DiagnosticException Refuse(ParsingEvent item, string message, string hint) => Error("RT004", item, message, hint);

    private DiagnosticException Error(string code, ParsingEvent item, string message, string hint) =>
        new(code, message, OriginOf(item).PlaceOf(""), hint);

    private DiagnosticException SyntaxError(int line, string cause) =>
        new(
            "RT003",
            $"not readable as YAML: {cause}",
            new SourcePlace(_file, _hasLines ? Math.Max(1, line) : null),
            "check indentation, quotes and brackets on this line and the one above");

    private ValueOrigin OriginOf(ParsingEvent item) => new(_file, _hasLines ? LineOf(item) : null);

    private static int LineOf(ParsingEvent item) => (int)item.Start.Line;
}
