using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.ExecSpec.Signing.Trust;

/// <summary>
/// A JSON object of which every key must be known: in a file that says whom to distrust, a key that is skipped because it is misspelt
/// would allow what was meant to be denied.
/// </summary>
internal sealed class StrictObject(JsonElement element, string path, string code, string? file, DiagnosticCollector findings)
{
    private const int LargestDepth = 8;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = LargestDepth, AllowDuplicateProperties = false };

    /// <summary>Reads a document and hands its root over; what cannot be read becomes an error.</summary>
    public static void Read(ReadOnlyMemory<byte> utf8, string code, string? file, DiagnosticCollector findings, Action<StrictObject> use)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, Options);
            use(new StrictObject(document.RootElement, "", code, file, findings));
        }
        catch (JsonException exception)
        {
            findings.Error(code, $"the file is not JSON: {exception.Message}", new SourcePlace(file, (int?)exception.LineNumber + 1));
        }
        catch (InvalidOperationException)
        {
            findings.Error(code, "the file holds text that is not Unicode", new SourcePlace(file));
        }
    }

    /// <summary>Whether it is an object with known keys only; findings otherwise.</summary>
    public bool HasOnly(params string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Wrong("expected an object");
        }

        bool isGood = true;
        foreach (string name in element.EnumerateObject().Select(property => property.Name).Except(known))
        {
            string hint = NearestName.Of(name, known) is { } near ? $"did you mean {near}?" : $"known: {string.Join(", ", known)}";
            isGood = Wrong($"{Quoted.Of(name)} is not a key of this file", hint: hint);
        }

        return isGood;
    }

    /// <summary>The text of a key; null with a finding when it is absent, not a text, or longer than allowed.</summary>
    public string? Text(string name, int longest)
    {
        bool isText = element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String;
        if (isText && value.GetString() is { } text && text.Length <= longest)
        {
            return text;
        }

        Wrong($"expected a text of at most {longest} characters", name);
        return null;
    }

    /// <summary>The whole number of a key; null when it is absent, or with a finding when it is not one between the limits.</summary>
    public int? Number(string name, int smallest, int largest)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= smallest && number <= largest)
        {
            return number;
        }

        Wrong($"expected a whole number from {smallest} to {largest}", name);
        return null;
    }

    /// <summary>The objects of a list; none when it is absent.</summary>
    public IReadOnlyList<StrictObject> List(string name, int most)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= most)
        {
            return [.. value.EnumerateArray().Select((item, index) => new StrictObject(item, $"{Key(name)}[{index}]", code, file, findings))];
        }

        Wrong($"expected a list of at most {most}", name);
        return [];
    }

    /// <summary>Records an error at a key of this object.</summary>
    /// <returns>False, so that a caller can hand it on.</returns>
    public bool Wrong(string message, string? name = null, string? hint = null)
    {
        findings.Error(code, message, new SourcePlace(file, Key: name is null ? path : Key(name)), hint);
        return false;
    }

    private string Key(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
