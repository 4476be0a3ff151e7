using System.Globalization;
using Interlock.Core.Randomness;
using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Tests.Configuration.Effective;

/// <summary>Settings with values drawn from the range of every key; rules between keys are not kept.</summary>
internal static class RandomSettings
{
    private const int DeepestMembers = 3;

    private static readonly string[] Pieces = ["a", "B", "0", " ", ":", "#", "\"", "\\", "'", "{", "]", ",", "-", "é", "\U0001F916", "=", "null", "true", "1e3", "~", "%", "@", "\u00A0"];

    public static object Of(KeyGroup group, SeededRandom random, int depth)
    {
        object settings = group.Create();
        foreach (ConfigKey key in group.Keys.Where(key => key.Facts.IsRequired || random.NextInt(2) == 0))
        {
            if (Value(key, random, depth) is { } value)
            {
                key.Set(settings, value);
            }
        }

        if (settings is Runtime.Configuration.Settings.RunSettings { Name.Length: 0 } run)
        {
            return run with { Name = "named" };
        }

        return settings;
    }

    private static object? Value(ConfigKey key, SeededRandom random, int depth) => key.Kind switch
    {
        KeyKind.Text => Text(random),
        KeyKind.Number => Number(key, random),
        KeyKind.WholeNumber => key.ValueType == typeof(ulong) ? random.NextBits() : (int)Number(key, random),
        KeyKind.Flag => random.NextInt(2) == 0,
        KeyKind.Word => WordList.Find(key.ValueType, key.Words[random.NextInt(key.Words.Count)]),
        KeyKind.Texts => Many(random, Text),
        KeyKind.Numbers => Many(random, random => Number(key, random)),
        KeyKind.WholeNumbers => Many(random, random => (int)Number(key, random)),
        KeyKind.Map => Many(random, Text).Distinct().Order(StringComparer.Ordinal).ToDictionary(text => text, _ => Text(random)),
        KeyKind.Group => Of(KeyGroup.Of(key.ItemType!), random, depth + 1),
        _ => depth > DeepestMembers ? null : Items(key, random, depth),
    };

    private static Array Items(ConfigKey key, SeededRandom random, int depth)
    {
        Array items = Array.CreateInstance(key.ItemType!, random.NextInt(3));
        for (int i = 0; i < items.Length; i++)
        {
            items.SetValue(Of(KeyGroup.Of(key.ItemType!), random, depth + 1), i);
        }

        return items;
    }

    private static T[] Many<T>(SeededRandom random, Func<SeededRandom, T> make) => [.. Enumerable.Range(0, random.NextInt(4)).Select(_ => make(random))];

    private static double Number(ConfigKey key, SeededRandom random)
    {
        double share = (random.NextBits() >> 11) * (1.0 / (1UL << 53));
        return Math.Clamp(key.Min + (share * (Math.Min(key.Max, int.MaxValue) - key.Min)), key.Min, key.Max);
    }

    private static string Text(SeededRandom random) =>
        string.Concat(Enumerable.Range(0, 1 + random.NextInt(6)).Select(_ => Pieces[random.NextInt(Pieces.Length)])) + random.NextInt(10).ToString(CultureInfo.InvariantCulture);
}
