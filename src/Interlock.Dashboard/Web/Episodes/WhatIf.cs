using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Series;
using Interlock.Dashboard.Web.Answers;
using Interlock.Dashboard.Web.Episodes.OtherContract;
using Interlock.Recording.Flight.Reading;
using Interlock.Runtime.Replay;

namespace Interlock.Dashboard.Web.Episodes;

/// <summary>The guard again over a recording, with another contract.</summary>
internal static class WhatIf
{
    /// <exception cref="DiagnosticException">CT codes of the contract, RT181 when its channels are others, RC codes of the recording.</exception>
    public static WhatIfAnswer Ask(EpisodeView view, string contract, WhatIfRuns runs, CancellationToken cancellation)
    {
        DiagnosticCollector findings = new();
        SafetyContract other = ContractFile.Parse(contract, "contract", findings) ?? throw new DiagnosticException(findings.Items);
        using FlightLog log = FlightLog.Open(view.Path);
        WhatIfRun run = new(view);
        GuardReplayResult result = GuardReplay.WhatIf(log, other, run, cancellation);
        return new WhatIfAnswer(
            runs.Keep(run),
            result.Compared - result.Identical,
            result.Identical,
            result.NotComparable,
            result.RecordedInterventions,
            result.ReplayedInterventions,
            run.Differences.Count,
            run.StepsTogether,
            run.OtherVerdicts,
            [.. other.Channels.Select(channel => new WhatIfLimits(channel.Name, channel.Min, channel.Max))]);
    }
}
