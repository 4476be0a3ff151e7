namespace Interlock.Cli.Output;

/// <summary>Numbers in tables for people: four decimals, or four digits where a value is small; never "-0".</summary>
internal static class PlainNumber
{
    private const double SmallBelow = 0.01;

    /// <summary>The tolerance around a channel that never moves (1e-6) reads as its value.</summary>
    private const double ZeroBelow = 2e-6;

    public static string Of(double value) => Math.Abs(value) switch
    {
        < ZeroBelow => "0",
        < SmallBelow => value.ToString("G4"),
        _ => value.ToString("0.####"),
    };

    /// <summary>With its unit, where there is one.</summary>
    public static string Of(double value, string unit) => unit.Length == 0 ? Of(value) : $"{Of(value)} {unit}";

    /// <summary>A dash where there is no value.</summary>
    public static string Of(double? value) => value is { } number ? Of(number) : "-";
}
