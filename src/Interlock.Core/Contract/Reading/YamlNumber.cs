using System.Globalization;

namespace Interlock.Core.Contract.Reading;

/// <summary>Numbers of YAML's core schema, without its hexadecimal and octal forms.</summary>
internal static class YamlNumber
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The number, non-finite ones included (the rules report them with their limit), or null when it is none.</summary>
    public static double? Find(string text) => text.ToLowerInvariant().TrimStart('+') switch
    {
        ".inf" or "inf" or "infinity" => double.PositiveInfinity,
        "-.inf" or "-inf" or "-infinity" => double.NegativeInfinity,
        ".nan" or "nan" => double.NaN,
        _ => double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out double value) ? value : null,
    };
}
