namespace Interlock.Evaluation.Study.Report;

/// <summary>One policy: its outcomes, its episode lengths, and what each monitor knew of the outcome.</summary>
/// <param name="Name">Name of the policy.</param>
/// <param name="Source">File that it came from.</param>
/// <param name="Success">Share of episodes that succeeded.</param>
/// <param name="SafeSuccess">Share that succeeded without breaking a limit; null where nobody counted violations.</param>
/// <param name="Length">What episode length alone says.</param>
/// <param name="Monitors">In the order of the input.</param>
public sealed record PolicyReport(
    string Name,
    string Source,
    Proportion Success,
    Proportion? SafeSuccess,
    LengthReport Length,
    IReadOnlyList<MonitorReport> Monitors)
{
    /// <summary>Number of labelled episodes.</summary>
    public int Episodes => Success.Of;

    /// <summary>Number of episodes that failed, the positive class.</summary>
    public int Failures => Success.Of - Success.Count;
}
