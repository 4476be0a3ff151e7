namespace Interlock.Core.Units;

/// <summary>Unit of a channel's numbers, as declared at the boundary. SI inside, everything else is converted by factor.</summary>
/// <param name="Symbol">How it is written in files and messages.</param>
/// <param name="Quantity">What it measures.</param>
/// <param name="ToSi">Factor to the SI unit of <paramref name="Quantity"/>; null where no conversion is known (pixels, ticks).</param>
public sealed record ChannelUnit(string Symbol, UnitQuantity Quantity, double? ToSi)
{
    /// <summary>No unit was declared.</summary>
    public static readonly ChannelUnit None = new("", UnitQuantity.Undeclared, null);

    /// <summary>Radian.</summary>
    public static readonly ChannelUnit Radian = new("rad", UnitQuantity.Angle, 1.0);

    /// <summary>Degree of arc.</summary>
    public static readonly ChannelUnit Degree = new("deg", UnitQuantity.Angle, Math.PI / 180.0);

    /// <summary>Metre.</summary>
    public static readonly ChannelUnit Metre = new("m", UnitQuantity.Length, 1.0);

    /// <summary>Millimetre.</summary>
    public static readonly ChannelUnit Millimetre = new("mm", UnitQuantity.Length, 1e-3);

    /// <summary>Hundredths of a mechanical range.</summary>
    public static readonly ChannelUnit Percent = new("percent", UnitQuantity.Ratio, 0.01);

    /// <summary>A ratio without scale, for example −1 to 1.</summary>
    public static readonly ChannelUnit Normalized = new("normalized", UnitQuantity.Ratio, 1.0);

    /// <summary>Raw encoder ticks.</summary>
    public static readonly ChannelUnit Ticks = new("ticks", UnitQuantity.Raw, null);

    /// <summary>Image pixels.</summary>
    public static readonly ChannelUnit Pixel = new("px", UnitQuantity.Raw, null);

    /// <summary>Every declared unit.</summary>
    public static IReadOnlyList<ChannelUnit> All { get; } =
        [Radian, Degree, Metre, Millimetre, Percent, Normalized, Ticks, Pixel];

    /// <summary>The unit written as <paramref name="symbol"/>, or null when it is not one of <see cref="All"/>.</summary>
    public static ChannelUnit? Find(string symbol) => All.FirstOrDefault(unit => unit.Symbol == symbol);

    /// <inheritdoc />
    public override string ToString() => Symbol;
}
