using Interlock.Core.Diagnostics;
using Interlock.Runtime.Campaign.World;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Session;

namespace Interlock.Runtime.Worlds;

/// <summary>
/// Runs what would be deployed at the simulated table, on a virtual clock, with a fault in the policy: the session of <c>interlock run</c> with
/// its loop, guard, supervisor and recorder. Nobody answers its questions, unless it is attended. Same file and fault, same bytes.
/// </summary>
public static class TableTrial
{
    /// <summary>Runs a trial to its end.</summary>
    /// <param name="options">What to run.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ArgumentException">The file is not one for a trial.</exception>
    /// <exception cref="DiagnosticException">Something cannot be read or made.</exception>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static TableTrialResult Run(TableTrialOptions options, CancellationToken cancellation = default)
    {
        Check(options.File.Settings);
        TrialWatch watch = new(options.Fault, options.LatencyNs, options.IsAttended);
        SessionOptions surroundings = new() { Clock = new VirtualClock(), Time = new TimelessProvider(), Trial = watch };
        using RunSession session = RunSession.Prepare(options.File, surroundings, cancellation).Session!;
        RunOutcome outcome = session.Run(cancellation);
        cancellation.ThrowIfCancellationRequested();
        return watch.Result(outcome);
    }

    private static void Check(RunSettings settings)
    {
        bool fits = settings is { Robot.Kind: RobotKind.TableArm, Supervisor.AutoStart: true, Gate: null, Run.DurationS: not null };
        if (!fits)
        {
            throw new ArgumentException("a trial needs robot.kind table_arm, supervisor.auto_start, run.duration_s and no gate", nameof(settings));
        }
    }
}
