using Interlock.Core.Statistics;

namespace Interlock.Evaluation.Study.Report;

/// <summary>The same seeds without and with the guard.</summary>
/// <param name="Both">Pairs that succeeded in both conditions.</param>
/// <param name="Lost">Pairs that succeeded only without the guard.</param>
/// <param name="Won">Pairs that succeeded only with the guard.</param>
/// <param name="Neither">Pairs that failed in both conditions.</param>
/// <param name="McNemarP">Exact McNemar test, two-sided.</param>
/// <param name="Difference">95 % interval of success with minus without, for pairs (Newcombe).</param>
public sealed record PairedReport(int Both, int Lost, int Won, int Neither, double McNemarP, Interval Difference)
{
    /// <summary>Number of seeds found in both conditions.</summary>
    public int Pairs => Both + Lost + Won + Neither;
}
