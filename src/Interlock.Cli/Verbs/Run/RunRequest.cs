using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;

namespace Interlock.Cli.Verbs.Run;

/// <summary>What the user asked of <c>run</c>.</summary>
internal sealed record RunRequest
{
    /// <summary>Reads the run file; null when it has errors.</summary>
    public required Func<DiagnosticCollector, RunFile?> Load { get; init; }

    /// <summary>Arm and start without asking.</summary>
    public required bool Starts { get; init; }

    /// <summary>Do not wait for real time.</summary>
    public required bool IsVirtual { get; init; }

    /// <summary>Show the run to viewers, also where the file says nothing of it.</summary>
    public bool IsLive { get; init; }

    /// <summary>Show the run in a browser, by a process of its own.</summary>
    public bool HasDashboard { get; init; }

    /// <summary>For whom the output is.</summary>
    public required RunOutput Output { get; init; }
}
