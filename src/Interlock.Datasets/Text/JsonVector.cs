using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>A vector under one key: a list of numbers, or an object from channel name to number as robots report it.</summary>
/// <param name="Key">Name of the key.</param>
/// <param name="Names">Channel names in order.</param>
/// <param name="IsNamed">Whether it is an object.</param>
internal sealed record JsonVector(string Key, IReadOnlyList<string> Names, bool IsNamed)
{
    /// <summary>Learns the form of the vector from the first line.</summary>
    /// <param name="key">Key of the vector.</param>
    /// <param name="prefix">Prefix of invented names.</param>
    /// <param name="element">Its value on the first line.</param>
    /// <param name="place">Where that is.</param>
    public static JsonVector Of(string key, string prefix, JsonElement element, SourcePlace place)
    {
        place = place with { Key = key };
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                ChannelNames.RequireCount(element.GetArrayLength(), place);
                return new JsonVector(key, ChannelNames.Invent(prefix, element.GetArrayLength()), IsNamed: false);
            case JsonValueKind.Object:
                string[] names = [.. element.EnumerateObject().Select(member => member.Name)];
                ChannelNames.RequireCount(names.Length, place);
                return new JsonVector(key, names, IsNamed: true);
            default:
                throw new DiagnosticException(FileCode.JsonKey, $"'{key}' is neither a list of numbers nor an object of them", place);
        }
    }

    public void Read(JsonElement root, double[] target, SourcePlace place)
    {
        place = place with { Key = Key };
        JsonValueKind form = IsNamed ? JsonValueKind.Object : JsonValueKind.Array;
        if (!root.TryGetProperty(Key, out JsonElement element) || element.ValueKind != form)
        {
            throw new DiagnosticException(
                FileCode.JsonKey,
                $"'{Key}' is missing or of another form than on the first line",
                place,
                "every line needs the keys of the first");
        }

        int count = IsNamed ? element.GetPropertyCount() : element.GetArrayLength();
        if (count != target.Length)
        {
            throw new DiagnosticException(FileCode.JsonKey, $"'{Key}' has {count} numbers and {target.Length} on the first line", place);
        }

        if (IsNamed)
        {
            ReadNamed(element, target, place);
        }
        else
        {
            ReadListed(element, target, place);
        }
    }

    private void ReadListed(JsonElement element, double[] target, SourcePlace place)
    {
        int channel = 0;
        foreach (JsonElement item in element.EnumerateArray())
        {
            target[channel] = JsonNumber.Read(item) ?? throw NotNumber(item, place with { Key = $"{Key}[{channel}]" });
            channel++;
        }
    }

    private void ReadNamed(JsonElement element, double[] target, SourcePlace place)
    {
        for (int channel = 0; channel < target.Length; channel++)
        {
            SourcePlace there = place with { Key = $"{Key}.{Names[channel]}" };
            if (!element.TryGetProperty(Names[channel], out JsonElement item))
            {
                throw new DiagnosticException(FileCode.JsonKey, "The channel of the first line is missing", there);
            }

            target[channel] = JsonNumber.Read(item) ?? throw NotNumber(item, there);
        }
    }

    private static DiagnosticException NotNumber(JsonElement item, SourcePlace place)
    {
        string text = item.GetRawText();
        return new DiagnosticException(
            FileCode.CellNotNumber,
            $"{(text.Length > 40 ? $"{text[..40]}…" : text)} is not a number",
            place,
            "write numbers, or the strings \"NaN\", \"Infinity\", \"-Infinity\"");
    }
}
