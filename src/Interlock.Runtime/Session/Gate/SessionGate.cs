using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Session.Making;

namespace Interlock.Runtime.Session.Gate;

/// <summary>The start gate as a run file asks for it.</summary>
internal static class SessionGate
{
    /// <summary>Decides; null when the file asks for no gate.</summary>
    public static GateDecision? Run(RunFile file, SessionFiles files, MadeRobot robot, SessionOptions options)
    {
        if (file.Settings.Gate is not { } gate)
        {
            return null;
        }

        if (files.Spec is null)
        {
            throw new DiagnosticException(
                RuntimeCodes.SettingsContradict, "`gate` needs a `spec`: without one nothing says what the policy's numbers mean");
        }

        DiagnosticCollector findings = new();
        GateSettings absolute = gate with
        {
            Certificate = gate.Certificate is { } certificate ? file.Resolve(certificate) : null,
            Trust = gate.Trust is { } trust ? file.Resolve(trust) : null,
            Artefacts = gate.Artefacts is { } artefacts ? file.Resolve(artefacts) : null,
            Waiver = gate.Waiver is { } waiver ? file.Resolve(waiver) : null,
        };
        GateDecision decision = StartGate.Run(absolute, files.Spec, robot.Robot.Description.IsSimulated, DryRun.PolicyHz(file.Settings, files, options.Clock), options.Time.GetUtcNow(), findings);
        findings.ThrowIfErrors();
        return decision;
    }

    /// <summary>Refuses what only a simulation may do (RT150).</summary>
    public static void RequireSimulation(RunFile file, MadeRobot robot)
    {
        if (file.Settings.Supervisor.AutoStart && !robot.Robot.Description.IsSimulated)
        {
            throw new DiagnosticException(
                RuntimeCodes.SettingsContradict, "`supervisor.auto_start` is for simulations: on a real robot a person arms and starts");
        }
    }
}
