using System.Text.Json;
using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Import.Json;

/// <summary>
/// One JSON file as its bytes, checked once from end to end; values are read from the bytes when they are asked for. So a file costs its
/// own size and not that of a tree.
/// </summary>
internal sealed class JsonFile
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private readonly ReadOnlyMemory<byte> _utf8;
    private int _numbersTaken;

    private JsonFile(string place, ReadOnlyMemory<byte> utf8)
    {
        Place = place;
        _utf8 = utf8;
    }

    /// <summary>How messages name the file.</summary>
    public string Place { get; }

    public ReadOnlySpan<byte> Utf8 => _utf8.Span;

    public JsonView Root => new(this, 0, _utf8.Length, "", "");

    public static JsonReaderOptions Options { get; } = new() { MaxDepth = ImportLimits.JsonDepth };

    /// <summary>Null when it does not start as a JSON object.</summary>
    public static JsonFile? TryRead(string fullPath, string place) => BoundedFile.StartsWithBrace(fullPath, place) ? Parse(BoundedFile.Read(fullPath, place), place) : null;

    /// <summary>Takes over <paramref name="utf8"/>, which is changed where Python's words for non-finite numbers stand.</summary>
    /// <exception cref="DiagnosticException">It is not JSON.</exception>
    public static JsonFile Parse(byte[] utf8, string place)
    {
        Memory<byte> text = utf8.AsSpan().StartsWith(Mark) ? utf8.AsMemory(Mark.Length) : utf8;
        JsonFile file = new(place, text);
        if (!System.Text.Unicode.Utf8.IsValid(text.Span))
        {
            throw file.Wrong("it is not valid UTF-8", line: null);
        }

        PythonWords.Replace(text.Span);
        try
        {
            new JsonValidation(file).Run();
        }
        catch (JsonException exception)
        {
            throw file.Wrong(exception.Message.Split(". ", 2)[0].TrimEnd('.'), (int)(exception.LineNumber ?? 0) + 1);
        }

        return file;
    }

    public DiagnosticException Wrong(string cause, int? line) => new(ImportCode.NotJson, $"not JSON: {cause}", new SourcePlace(Place, line));

    public int LineOf(int offset) => Utf8[..offset].Count((byte)'\n') + 1;

    /// <summary>Counts numbers that are taken out of the file into arrays.</summary>
    public void Spend(int numbers, string key)
    {
        _numbersTaken += numbers;
        if (_numbersTaken > ImportLimits.Numbers)
        {
            throw new DiagnosticException(
                ImportCode.TooMuch, $"the statistics have more than {ImportLimits.Numbers} numbers", new SourcePlace(Place, Key: key));
        }
    }
}
