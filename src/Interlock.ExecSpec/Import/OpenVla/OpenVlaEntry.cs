using Interlock.ExecSpec.Import.Json;

namespace Interlock.ExecSpec.Import.OpenVla;

/// <summary>One data set's statistics: <c>{"action": {…}, "proprio": {…}, "num_transitions": …}</c>.</summary>
internal readonly record struct OpenVlaEntry(string Key, JsonView Value)
{
    private static readonly string[] Rows = ["q01", "q99", "min", "max", "mean", "std"];

    /// <summary>True when the value has the shape of such an entry.</summary>
    public static bool HasShape(JsonView value) =>
        value.Member("action") is { IsObject: true } action
        && (value.Member("num_transitions") is not null || Array.Exists(Rows, row => action.Member(row) is not null));
}
