using Interlock.Core.Statistics;

namespace Interlock.Evaluation.Study.Report;

/// <summary>An AUROC from which episode length was taken out, or the reason why that cannot be done.</summary>
/// <param name="Method">How.</param>
/// <param name="Auroc">Null when the method cannot be applied.</param>
/// <param name="Interval">95 % bootstrap interval.</param>
/// <param name="Note">What was done, or why nothing could be done.</param>
public sealed record LengthControl(LengthControlMethod Method, double? Auroc, Interval? Interval, string Note)
{
    /// <summary>True when failures and successes were compared at the same length, which dividing by the length does not achieve.</summary>
    public bool EqualLength => Auroc is not null && Method is LengthControlMethod.CommonHorizon or LengthControlMethod.LengthMatched;
}
