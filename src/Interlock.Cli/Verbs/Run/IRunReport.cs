using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Session;

namespace Interlock.Cli.Verbs.Run;

/// <summary>Tells how a run goes.</summary>
internal interface IRunReport
{
    /// <summary>Everything is ready, or the gate refused.</summary>
    void Prepared(RunFile file, Preparation prepared, DiagnosticCollector findings);

    void Happened(Happening happening);

    void Ended(RunOutcome outcome);
}
