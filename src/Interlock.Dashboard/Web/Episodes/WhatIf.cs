using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Series;
using Interlock.Dashboard.Web.Answers;
using Interlock.Recording.Flight.Reading;
using Interlock.Runtime.Replay;

namespace Interlock.Dashboard.Web.Episodes;

/// <summary>The guard again over a recording, with another contract.</summary>
internal static class WhatIf
{
    /// <exception cref="DiagnosticException">CT codes of the contract, RT181 when its channels are others, RC codes of the recording.</exception>
    public static WhatIfAnswer Ask(EpisodeView view, string contract, CancellationToken cancellation)
    {
        DiagnosticCollector findings = new();
        SafetyContract other = ContractFile.Parse(contract, "contract", findings) ?? throw new DiagnosticException(findings.Items);
        using FlightLog log = FlightLog.Open(view.Path);
        GuardReplayResult result = GuardReplay.WhatIf(log, other, cancellation);
        return new WhatIfAnswer(
            result.Compared - result.Identical,
            result.Identical,
            result.NotComparable,
            result.RecordedInterventions,
            result.ReplayedInterventions,
            [.. result.Interventions.Select(found => new WhatIfIntervention(TimeOf(view, found.Tick), found.Code, found.Channel, found.Sentence))],
            [.. result.Differences.Select(found => Difference(view, found))]);
    }

    private static WhatIfDifference Difference(EpisodeView view, ReplayedDifference found) => new(
        TimeOf(view, found.Tick),
        found.Channel ?? "",
        found.RecordedValue,
        found.ReplayedValue,
        view.Signals.FirstOrDefault(signal => signal.Group == "guarded" && signal.Name == found.Channel)?.Unit ?? "",
        found.RecordedVerdict,
        found.ReplayedVerdict);

    // Ticks are equally long but for those that were missed: the second look corrects for them.
    private static double TimeOf(EpisodeView view, long tick)
    {
        double t = tick / view.Layout.RateHz;
        for (int look = 0; look < 3 && view.At(t) is { } step && step.Tick != tick; look++)
        {
            t = step.T + ((tick - step.Tick) / view.Layout.RateHz);
        }

        return Math.Clamp(t, 0, view.LengthS);
    }
}
