using System.Text.Json;

namespace Interlock.Datasets.LeRobot.Metadata;

/// <summary>
/// The JSON parser looks into strings only when they are asked for. This asks for all of them at once, so that text that is no
/// Unicode is found where the file is still known.
/// </summary>
internal static class JsonText
{
    /// <summary>Throws <see cref="JsonException"/> when a name or a string below <paramref name="element"/> is no Unicode.</summary>
    public static void RequireUnicode(JsonElement element)
    {
        try
        {
            Visit(element);
        }
        catch (InvalidOperationException problem)
        {
            throw new JsonException("a string is not valid Unicode", problem);
        }
    }

    private static void Visit(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Visit(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    _ = property.Name;
                    Visit(property.Value);
                }

                break;
            default:
                break;
        }
    }
}
