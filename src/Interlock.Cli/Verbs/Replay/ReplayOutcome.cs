using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Evaluation.Replay;
using Interlock.Guard.Monitors;

namespace Interlock.Cli.Verbs.Replay;

/// <summary>Everything that <c>replay</c> prints.</summary>
internal sealed record ReplayOutcome(
    SafetyContract Contract,
    EpisodeSourceDescription Source,
    IReadOnlyList<MonitorInfo> Monitors,
    ReplayTotals Totals,
    ContractComparison? Comparison,
    IReadOnlyList<ThresholdResult> Thresholds)
{
    public IEnumerable<ThresholdResult> Exceeded => Thresholds.Where(threshold => threshold.IsExceeded);
}
