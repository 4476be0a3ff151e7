using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;

namespace Interlock.Core.Tests.Contract;

/// <summary>A contract that uses every key of the format.</summary>
internal static class ExampleContract
{
    public const string Text = """
        # yaml-language-server: $schema=./contract-v1.json
        interlock: contract/1
        name: so101-table
        rate_hz: 30
        action: { space: joint_position, reference: absolute }
        channels:
          - { name: shoulder_pan.pos, role: joint, unit: deg, min: -110, max: 110, max_step: 4.0 }
          - { name: shoulder_lift.pos, role: joint, unit: deg, min: -100, max: 90, max_velocity: 120, max_acceleration: 600, max_jerk: 6000 }
          - { name: wrist_roll.pos, unit: rad, continuous: true, max_velocity: 3 }
          - { name: gripper.pos, role: gripper, unit: percent, min: 0, max: 100, soft_min: 2, soft_max: 98 }
          - { name: x, role: position, unit: m }
          - { name: y, role: position, unit: m }
          - { name: z, role: position, unit: m }
        speed_norms: [ { channels: [x, y, z], max: 0.25 } ]
        workspace: { channels: [x, y, z], min: [-0.5, -0.5, 0], max: [0.5, 0.5, 0.8] }
        force: { max_force_n: 20, max_torque_nm: 5, on_exceed: stop }
        mode: clip
        rate_limiting: per_channel
        watchdog: { max_age_ms: 200, on_stale: hold }
        escalation: { max_clip_fraction: 0.5, for_steps: 10, then: stop }
        monitors: { profile: flow_matching, calibration: so101-table.calibration.json }
        """;

    public static SafetyContract Read() => ContractFile.Parse(Text, "so101.contract.yaml", new DiagnosticCollector())!;

    /// <summary>Findings about the example with one piece of its text replaced.</summary>
    public static IReadOnlyList<Diagnostic> FindingsWith(string piece, string replacement)
    {
        Assert.Contains(piece, Text, StringComparison.Ordinal);
        return FindingsOf(Text.Replace(piece, replacement, StringComparison.Ordinal));
    }

    public static IReadOnlyList<Diagnostic> FindingsOf(string text)
    {
        DiagnosticCollector collector = new();
        SafetyContract? contract = ContractFile.Parse(text, "cell.contract.yaml", collector);
        Assert.Equal(collector.HasErrors, contract is null);
        return collector.Items;
    }
}
