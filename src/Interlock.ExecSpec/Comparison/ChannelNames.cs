using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Comparison;

/// <summary>Names for the places of a vector: the channel's name where both specifications agree on it, its index elsewhere.</summary>
internal static class ChannelNames
{
    public static string[] Of(ActionSpec before, ActionSpec after) =>
        Of([.. before.Channels.Select(channel => channel.Name)], [.. after.Channels.Select(channel => channel.Name)]);

    public static string[] Of(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        [.. before.Zip(after).Select((pair, i) => pair.First == pair.Second ? pair.First : $"{i}")];

    public static string At(string[] names, int index) => index < names.Length ? names[index] : $"{index}";
}
