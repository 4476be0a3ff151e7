using System.Buffers;
using System.Text.Json;
using Interlock.Core.Text;

namespace Interlock.ExecSpec.Canonical;

/// <summary>Writes parsed JSON in canonical form: no white space, keys in the order of their UTF-16 code units.</summary>
internal sealed class CanonicalWriter(ArrayBufferWriter<byte> output, string? file)
{
    public void Write(JsonElement element, int depth)
    {
        if (depth > CanonicalJson.LargestDepth)
        {
            throw Refusal.Of($"values are nested more than {CanonicalJson.LargestDepth} deep", file);
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, depth);
                break;
            case JsonValueKind.Array:
                WriteArray(element, depth);
                break;
            case JsonValueKind.String:
                WriteText(TextOf(element.GetString));
                break;
            case JsonValueKind.Number:
                WriteNumber(element);
                break;
            case JsonValueKind.True:
                output.Write("true"u8);
                break;
            case JsonValueKind.False:
                output.Write("false"u8);
                break;
            case JsonValueKind.Null:
                output.Write("null"u8);
                break;
            default:
                throw new ArgumentException("There is no value to write.", nameof(element));
        }
    }

    private void WriteObject(JsonElement element, int depth)
    {
        (string Key, JsonElement Value)[] members = MembersOf(element);
        output.Write("{"u8);
        for (int i = 0; i < members.Length; i++)
        {
            if (i > 0)
            {
                output.Write(","u8);
            }

            WriteText(members[i].Key);
            output.Write(":"u8);
            Write(members[i].Value, depth + 1);
        }

        output.Write("}"u8);
    }

    private (string Key, JsonElement Value)[] MembersOf(JsonElement element)
    {
        List<(string Key, JsonElement Value)> members = [];
        foreach (JsonProperty property in element.EnumerateObject())
        {
            members.Add((TextOf(() => property.Name), property.Value));
        }

        members.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        for (int i = 1; i < members.Count; i++)
        {
            if (string.Equals(members[i].Key, members[i - 1].Key, StringComparison.Ordinal))
            {
                throw Refusal.Of($"key {Quoted.Of(members[i].Key)} occurs twice in one object", file);
            }
        }

        return [.. members];
    }

    private void WriteArray(JsonElement element, int depth)
    {
        output.Write("["u8);
        bool isFirst = true;
        foreach (JsonElement item in element.EnumerateArray())
        {
            if (!isFirst)
            {
                output.Write(","u8);
            }

            isFirst = false;
            Write(item, depth + 1);
        }

        output.Write("]"u8);
    }

    private void WriteNumber(JsonElement element)
    {
        if (!element.TryGetDouble(out double value) || !double.IsFinite(value))
        {
            throw Refusal.Of("a number is beyond the range of binary64", file);
        }

        Span<byte> digits = stackalloc byte[EcmaScriptNumber.LongestText];
        output.Write(digits[..EcmaScriptNumber.Format(value, digits)]);
    }

    private void WriteText(string text)
    {
        if (!CanonicalText.TryWrite(text, output))
        {
            throw NotUnicode();
        }
    }

    private string TextOf(Func<string?> read)
    {
        try
        {
            return read() ?? throw NotUnicode();
        }
        catch (InvalidOperationException)
        {
            // Escaped half surrogates and malformed UTF-8 parse, and fail when they are read.
            throw NotUnicode();
        }
    }

    private Core.Diagnostics.DiagnosticException NotUnicode() =>
        Refusal.Of("a string is not Unicode: it holds half a surrogate pair or malformed UTF-8", file);
}
