using Interlock.ExecSpec.Import.Json;

namespace Interlock.ExecSpec.Import.OpenVla;

/// <summary>One data set's statistics: <c>{"action": {…}, "proprio": {…}, "num_transitions": …}</c>.</summary>
internal readonly record struct OpenVlaEntry(string Key, JsonView Value)
{
    private const int MembersLooked = 64;

    /// <summary>True when the value has the shape of such an entry.</summary>
    public static bool HasShape(JsonView value) =>
        value.Member("action") is { IsObject: true } action
        && (value.Member("num_transitions") is not null || action.FirstMembers(MembersLooked).Any(member => IsRow(member.Name)));

    private static bool IsRow(string name) => name is "q01" or "q99" or "min" or "max" or "mean" or "std";
}
