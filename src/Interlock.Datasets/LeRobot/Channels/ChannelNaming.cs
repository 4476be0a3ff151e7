using System.Text.RegularExpressions;
using Interlock.Datasets.LeRobot.Metadata;

namespace Interlock.Datasets.LeRobot.Channels;

/// <summary>Chooses the channel names of a vector. The order of names is the order of the numbers.</summary>
internal static partial class ChannelNaming
{
    /// <param name="declared">What info.json says.</param>
    /// <param name="slices">What modality.json says; null when it says nothing.</param>
    /// <param name="width">Elements of the vector in the data.</param>
    /// <param name="prefix">Stem of invented names.</param>
    public static IReadOnlyList<string> Choose(FeatureNames declared, IReadOnlyList<string>? slices, int width, string prefix)
    {
        IReadOnlyList<string>? names = declared.Names?.Count == width ? declared.Names : null;
        if (slices is not null && (names is null || names.All(IsGeneric)))
        {
            names = slices;
        }

        return Distinct(names ?? [.. Enumerable.Range(0, width).Select(i => $"{prefix}_{i}")]);
    }

    /// <summary>Names that say no more than their number.</summary>
    private static bool IsGeneric(string name) => name.Length == 0 || NumberedMotor().IsMatch(name);

    private static List<string> Distinct(IReadOnlyList<string> names)
    {
        HashSet<string> taken = [.. names];
        HashSet<string> used = [];
        List<string> distinct = [];
        foreach (string name in names)
        {
            string chosen = name;
            for (int copy = 2; !used.Add(chosen); copy++)
            {
                chosen = taken.Contains($"{name}_{copy}") ? name : $"{name}_{copy}";
            }

            distinct.Add(chosen);
        }

        return distinct;
    }

    [GeneratedRegex(@"^(motor|joint|action|state|dim|axis)?_?\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedMotor();
}
