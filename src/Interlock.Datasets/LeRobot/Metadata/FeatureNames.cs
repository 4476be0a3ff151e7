using System.Text.Json;

namespace Interlock.Datasets.LeRobot.Metadata;

/// <summary>Element names of a column, from any of the shapes in which they are written.</summary>
/// <param name="Shape">How they were written.</param>
/// <param name="Names">The names; null when there are none.</param>
internal sealed record FeatureNames(NameShape Shape, IReadOnlyList<string>? Names)
{
    public static readonly FeatureNames None = new(NameShape.Missing, null);

    public static FeatureNames Read(JsonElement feature)
    {
        if (!feature.TryGetProperty("names", out JsonElement names))
        {
            return None;
        }

        return names.ValueKind switch
        {
            JsonValueKind.Null => new FeatureNames(NameShape.Null, null),
            JsonValueKind.Array => ReadList(names),
            JsonValueKind.Object => ReadObject(names),
            _ => new FeatureNames(NameShape.Unknown, null),
        };
    }

    private static FeatureNames ReadList(JsonElement names)
    {
        if (StringsOf(names) is { } flat)
        {
            return new FeatureNames(NameShape.List, flat);
        }

        return names.GetArrayLength() == 1 && StringsOf(names[0]) is { } nested
            ? new FeatureNames(NameShape.NestedList, nested)
            : new FeatureNames(NameShape.Unknown, null);
    }

    private static FeatureNames ReadObject(JsonElement names)
    {
        List<IReadOnlyList<string>?> lists = [.. names.EnumerateObject().Select(property => StringsOf(property.Value))];
        return lists is [{ } only] ? new FeatureNames(NameShape.Object, only) : new FeatureNames(NameShape.Unknown, null);
    }

    private static IReadOnlyList<string>? StringsOf(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        List<string> strings = [];
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                return null;
            }

            strings.Add(item.GetString()!);
        }

        return strings;
    }
}
