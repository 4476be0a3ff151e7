using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.LeRobot.Json;

namespace Interlock.ExecSpec.Import.Groot;

/// <summary>What a file says about a group of channels beside its statistics; null where it says nothing.</summary>
internal sealed record GroupTraits(bool? IsAbsolute, string? RotationType, bool? IsContinuous, (double Low, double High)? Range)
{
    public static readonly GroupTraits None = new(null, null, null, null);

    public static GroupTraits Read(JsonView? group)
    {
        if (group is not { } fields)
        {
            return None;
        }

        (double Low, double High)? range = fields.Member("range") is { } pair
            ? Fields.Items(pair) is [var low, var high] && low.Number() is { } first && high.Number() is { } second
                ? (first, second)
                : throw Fields.Wrong(pair, "this must be two numbers")
            : null;
        return new GroupTraits(Fields.Truth(fields, "absolute"), Fields.Text(fields, "rotation_type"), Fields.Truth(fields, "continuous"), range);
    }

    /// <summary>What this says, and what <paramref name="other"/> says where this says nothing.</summary>
    public GroupTraits Or(GroupTraits other) => new(
        IsAbsolute ?? other.IsAbsolute, RotationType ?? other.RotationType, IsContinuous ?? other.IsContinuous, Range ?? other.Range);
}
