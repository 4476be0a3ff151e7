namespace Interlock.Core.Text;

/// <summary>Numbers as people read them.</summary>
public static class ShortNumber
{
    /// <summary>Up to six significant digits, then the unit where there is one: <c>110 deg</c>.</summary>
    public static string Of(double value, string unit = "") =>
        unit.Length == 0 ? value.ToString("G6") : $"{value:G6} {unit}";
}
