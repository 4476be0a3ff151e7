using Interlock.Evaluation.Replay;

namespace Interlock.Cli.Verbs.Replay;

/// <summary>A threshold with what was observed.</summary>
internal sealed record ThresholdResult(ReplayThreshold Threshold, double Observed)
{
    /// <summary>A value that could not be observed does not pass for a good one.</summary>
    public bool IsExceeded => !(Observed <= Threshold.Limit);
}
