using Interlock.Core.Text;
using Interlock.Core.Units;

namespace Interlock.Core.Contract.Comparison;

/// <summary>A limit with the unit it is printed in and, where known, the value that can be compared across units.</summary>
internal readonly record struct Limit(double? Value, string Unit, ChannelUnit? Scale = null)
{
    public bool IsPresent => Value is not null;

    public string? Shown => Value is { } value ? ShortNumber.Of(value, Unit) : null;

    /// <summary>Sign of <c>this − other</c>; null when the two measure different things.</summary>
    public int? CompareTo(Limit other)
    {
        if (Value is not { } mine || other.Value is not { } theirs)
        {
            return null;
        }

        if (Unit == other.Unit)
        {
            return mine.CompareTo(theirs);
        }

        return Factor is { } factor && other.Factor is { } otherFactor && Scale!.Quantity == other.Scale!.Quantity
            ? CompareRounded(mine * factor, theirs * otherFactor)
            : null;
    }

    private double? Factor => Scale?.ToSi;

    /// <summary>A converted value has lost its last bits; 1e-12 relative is far below any controller's resolution.</summary>
    private static int CompareRounded(double a, double b) =>
        Math.Abs(a - b) <= 1e-12 * Math.Max(Math.Abs(a), Math.Abs(b)) ? 0 : a.CompareTo(b);
}
