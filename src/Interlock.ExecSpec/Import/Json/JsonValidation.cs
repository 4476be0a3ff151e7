using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.ExecSpec.Import.Json;

/// <summary>One pass over a file: syntax, depth, Unicode of escapes, and no key twice in one object.</summary>
internal sealed class JsonValidation(JsonFile file)
{
    private readonly OpenKeys _keys = new();

    public void Run()
    {
        Utf8JsonReader reader = new(file.Utf8, JsonFile.Options);
        while (reader.Read())
        {
            Visit(ref reader);
        }
    }

    private void Visit(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                _keys.Enter();
                break;
            case JsonTokenType.EndObject:
                if (_keys.Leave() is { } offset)
                {
                    throw Duplicate(offset);
                }

                break;
            case JsonTokenType.PropertyName:
                CheckText(ref reader);
                AddKey(ref reader);
                break;
            case JsonTokenType.String:
                CheckText(ref reader);
                break;
        }
    }

    private void AddKey(ref Utf8JsonReader reader)
    {
        if (PythonWords.Read(reader.ValueSpan) is not null)
        {
            throw file.Wrong("a key must be a text", file.LineOf((int)reader.TokenStartIndex));
        }

        if (reader.ValueSpan.Length > ImportLimits.NameBytes || !_keys.Add(ref reader))
        {
            throw new DiagnosticException(
                ImportCode.TooMuch,
                $"a key has more than {ImportLimits.NameBytes} bytes, or an object more than {ImportLimits.OpenKeys} keys",
                new SourcePlace(file.Place, file.LineOf((int)reader.TokenStartIndex)));
        }
    }

    private void CheckText(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped && !EscapedText.IsUnicode(reader.ValueSpan))
        {
            throw file.Wrong("a text in it is not valid Unicode", file.LineOf((int)reader.TokenStartIndex));
        }
    }

    private DiagnosticException Duplicate(int offset)
    {
        Utf8JsonReader reader = new(file.Utf8[offset..], JsonFile.Options);
        reader.Read();
        return new DiagnosticException(
            ImportCode.DuplicateKey,
            $"the key {Quoted.Of(reader.GetString()!)} stands twice in one object",
            new SourcePlace(file.Place, file.LineOf(offset)),
            "a reader takes the first or the last of them; write it once");
    }
}
