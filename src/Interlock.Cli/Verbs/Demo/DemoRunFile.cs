using System.Globalization;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;
using Interlock.Simulation.PickAndPlace;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>What the guarded half of the demo deploys. Whatever it does not say is the default of every deployment. The path brake is off because the
/// alarms learnt from motion at full pace.</summary>
internal static class DemoRunFile
{
    /// <summary>The text of the file.</summary>
    /// <param name="seed">Of the episode.</param>
    public static string Text(ulong seed) => string.Create(CultureInfo.InvariantCulture, $$"""
        interlock: run/1
        name: table-arm
        task: "{{PickAndPlaceTask.Instruction}}"
        policy: { kind: scripted }
        contract: {{DemoFiles.Contract}}
        robot: { kind: table_arm }
        schedule: { blending: replace, recompute_every_steps: {{ScriptedPolicy.ReplanEvery}}, brake_along_chunk: false }
        supervisor: { policy_timeout_ms: {{DemoCalibration.MaxAgeMs}}, auto_start: true }
        recording: { path: recordings/ }
        run: { duration_s: {{PickAndPlaceTask.TimeLimitS}}, seed: {{seed}} }

        """).ReplaceLineEndings("\n");

    /// <summary>The file for one recorded trial.</summary>
    /// <param name="path">Where the text lies, contract and calibration beside it.</param>
    /// <param name="recording">Name of the recording.</param>
    /// <exception cref="DiagnosticException">It cannot be read.</exception>
    public static RunFile Load(string path, string recording)
    {
        DiagnosticCollector findings = new();
        return RunFile.Load(path, [$"recording.path={recording}"], findings) ?? throw new DiagnosticException(findings.Items);
    }
}
