using System.Globalization;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>Parses the Python dict of an npy header; only the three literals that numpy writes are understood.</summary>
internal ref struct NpyHeaderParser(string text, SourcePlace place)
{
    private const int MaximumAxes = 32;

    private int _at;

    public NpyHeaderFields Parse()
    {
        string? descr = null;
        bool? fortran = null;
        long[]? shape = null;
        Expect('{');
        while (!Accept('}'))
        {
            string key = ReadString();
            Expect(':');
            switch (key)
            {
                case "descr" when descr is null: descr = ReadDescr(); break;
                case "fortran_order" when fortran is null: fortran = ReadTruth(); break;
                case "shape" when shape is null: shape = ReadShape(); break;
                default: throw Malformed($"an unexpected key '{key}'");
            }

            if (!Accept(','))
            {
                Expect('}');
                break;
            }
        }

        return new NpyHeaderFields(
            descr ?? throw Malformed("no 'descr'"),
            fortran ?? throw Malformed("no 'fortran_order'"),
            shape ?? throw Malformed("no 'shape'"));
    }

    private string ReadDescr()
    {
        if (Peek() == '[')
        {
            throw new DiagnosticException(
                FileCode.NpyElementType,
                "The array is a record type with named fields",
                place,
                "save the action columns as a plain float array");
        }

        return ReadString();
    }

    private bool ReadTruth()
    {
        SkipBlanks();
        foreach ((string word, bool value) in (ReadOnlySpan<(string, bool)>)[("True", true), ("False", false)])
        {
            if (text.AsSpan(_at).StartsWith(word))
            {
                _at += word.Length;
                return value;
            }
        }

        throw Malformed("a fortran_order that is neither True nor False");
    }

    private long[] ReadShape()
    {
        List<long> shape = [];
        Expect('(');
        while (!Accept(')'))
        {
            shape.Add(ReadLength());
            if (shape.Count > MaximumAxes)
            {
                throw Malformed($"a shape of more than {MaximumAxes} axes");
            }

            if (!Accept(','))
            {
                Expect(')');
                break;
            }
        }

        return [.. shape];
    }

    private long ReadLength()
    {
        SkipBlanks();
        int start = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        if (!long.TryParse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out long length))
        {
            throw Malformed("a shape that is not made of whole numbers");
        }

        // Python 2 wrote long integers with this letter.
        Accept('L');
        return length;
    }

    private string ReadString()
    {
        char quote = Peek();
        int end = quote is '\'' or '"' ? text.IndexOf(quote, _at + 1) : -1;
        if (end < 0)
        {
            throw Malformed("a missing quote");
        }

        string value = text[(_at + 1)..end];
        _at = end + 1;
        return value;
    }

    private char Peek()
    {
        SkipBlanks();
        return _at < text.Length ? text[_at] : '\0';
    }

    private bool Accept(char wanted)
    {
        bool found = Peek() == wanted;
        _at += found ? 1 : 0;
        return found;
    }

    private void Expect(char wanted)
    {
        if (!Accept(wanted))
        {
            throw Malformed($"no '{wanted}' where one belongs");
        }
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && text[_at] is ' ' or '\n' or '\t' or '\r')
        {
            _at++;
        }
    }

    private readonly DiagnosticException Malformed(string what) => new(
        FileCode.NpyHeader,
        $"The header has {what}",
        place with { Key = $"header character {_at}" },
        "save the array again with numpy.save");
}
