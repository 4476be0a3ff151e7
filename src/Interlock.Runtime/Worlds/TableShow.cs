using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Session;
using Interlock.Simulation.Faults;

namespace Interlock.Runtime.Worlds;

/// <summary>
/// The simulated table for people to look at: a session as <c>interlock run</c> makes it, in whose policy one fault after the other sets in.
/// </summary>
public static class TableShow
{
    /// <summary>Prepares it. Nothing moves.</summary>
    /// <param name="file">What is deployed: <c>robot.kind: table_arm</c> without a gate.</param>
    /// <param name="faults">One after the other; the next takes its turn with the first episode or start after the one before has set in. Null for a healthy policy.</param>
    /// <param name="surroundings">Clocks and feed.</param>
    /// <param name="cancellation">Ends preparing.</param>
    /// <exception cref="ArgumentException">The file is not one for the table, or there is no fault.</exception>
    /// <exception cref="DiagnosticException">Something cannot be read or made.</exception>
    public static RunSession Prepare(RunFile file, IReadOnlyList<PolicyFault?> faults, SessionOptions surroundings, CancellationToken cancellation = default)
    {
        if (file.Settings is not { Robot.Kind: RobotKind.TableArm, Gate: null } || faults.Count == 0)
        {
            throw new ArgumentException("a show needs robot.kind table_arm, no gate, and faults", nameof(file));
        }

        return RunSession.Prepare(file, surroundings with { Trial = new ShowTrial(faults) }, cancellation).Session!;
    }
}
