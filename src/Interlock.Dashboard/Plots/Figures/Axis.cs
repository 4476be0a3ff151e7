namespace Interlock.Dashboard.Plots.Figures;

/// <summary>One axis: what it shows, in which unit, and between which ends.</summary>
/// <param name="Title">What it shows, for example "position".</param>
/// <param name="Unit">Unit symbol, written in brackets after the title; empty for none.</param>
public sealed record Axis(string Title, string Unit = "")
{
    /// <summary>How its numbers are written; default plain.</summary>
    public AxisKind Kind { get; init; }

    /// <summary>Where it begins; null: at the smallest value drawn, with a margin.</summary>
    public double? From { get; init; }

    /// <summary>Where it ends; null: at the largest value drawn, with a margin.</summary>
    public double? To { get; init; }

    /// <summary>Words at 0, 1, 2, … instead of numbers, for a list of things; empty: numbers.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Seconds since the start of a recording.</summary>
    /// <param name="from">First second; null: where the data begins.</param>
    /// <param name="to">Last second; null: where the data ends.</param>
    public static Axis Time(double? from = null, double? to = null) => new("time", "s") { Kind = AxisKind.Time, From = from, To = to };

    /// <summary>A share from 0 to 1.</summary>
    /// <param name="title">What is shared.</param>
    public static Axis Share(string title) => new(title) { Kind = AxisKind.Share, From = 0, To = 1 };

    /// <summary>Title with the unit in brackets.</summary>
    public string Label => Unit.Length == 0 ? Title : Title.Length == 0 ? Unit : $"{Title} [{Unit}]";
}
