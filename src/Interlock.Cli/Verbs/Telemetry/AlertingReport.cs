using Interlock.Cli.Verbs.Run;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Session;
using Interlock.Runtime.Telemetry;

namespace Interlock.Cli.Verbs.Telemetry;

/// <summary>A report that tells alerts as well.</summary>
internal sealed class AlertingReport(IRunReport report, TelemetryService telemetry) : IRunReport
{
    public void Prepared(RunFile file, Preparation prepared, DiagnosticCollector findings) => report.Prepared(file, prepared, findings);

    public void Happened(Happening happening)
    {
        telemetry.Tell(happening);
        report.Happened(happening);
    }

    public void Ended(RunOutcome outcome) => report.Ended(outcome);
}
