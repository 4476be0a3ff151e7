using Interlock.Core.Statistics;

namespace Interlock.Evaluation.Study.Report;

/// <summary>Episode length as if it were a monitor: the bar that every other monitor has to clear.</summary>
/// <param name="Auroc">Chance that a failure lasts longer than a success; null with too few episodes of a class.</param>
/// <param name="Interval">95 % bootstrap interval.</param>
/// <param name="Successes">Lengths of the successful episodes; null without any.</param>
/// <param name="Failures">Lengths of the failed episodes; null without any.</param>
public sealed record LengthReport(double? Auroc, Interval? Interval, LengthRange? Successes, LengthRange? Failures)
{
    /// <summary>From here on length is said to separate the classes: one pair in twenty in the wrong order.</summary>
    public const double SeparatingAuroc = 0.95;

    /// <summary>AUROC of the better direction of length, 0.5 to 1; null where it is not known.</summary>
    public double? Strength => Auroc is { } value ? Math.Max(value, 1 - value) : null;

    /// <summary>True when length alone all but tells the outcome.</summary>
    public bool Separates => Strength >= SeparatingAuroc;
}
