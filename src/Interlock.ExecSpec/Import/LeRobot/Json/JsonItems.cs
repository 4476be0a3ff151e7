using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Json;

namespace Interlock.ExecSpec.Import.LeRobot.Json;

/// <summary>Elements of an array in a checked file.</summary>
internal static class JsonItems
{
    /// <summary>The elements; empty for anything but an array.</summary>
    /// <exception cref="DiagnosticException">There are more than <paramref name="most"/>.</exception>
    public static IReadOnlyList<JsonView> Of(JsonView array, int most)
    {
        List<JsonView> items = [];
        Utf8JsonReader reader = array.Reader();
        reader.Read();
        bool isArray = reader.TokenType == JsonTokenType.StartArray;
        string key = array.Key;
        while (isArray && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (items.Count == most)
            {
                throw new DiagnosticException(ImportCode.TooMuch, $"there are more than {most} elements", array.Place);
            }

            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            items.Add(new JsonView(array.File, array.Start + start, (int)reader.BytesConsumed - start, key, $"{items.Count}"));
        }

        return items;
    }
}
