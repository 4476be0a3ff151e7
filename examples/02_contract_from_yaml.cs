#:project ../src/Interlock.Guard/Interlock.Guard.csproj

// The contract as the file that people read and sign; its mistakes come with line and suggestion.
using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;
using Interlock.Guard;

const string Yaml = """
    interlock: contract/1
    name: two-joints
    rate_hz: 30
    action: { space: joint_position, reference: absolute }
    channels:
      - { name: pan, role: joint, unit: deg, min: -110, max: 110, max_velocity: 120, max_acceleration: 600 }
      - { name: gripper, role: gripper, unit: percent, min: 0, max: 100 }
    mode: clip
    watchdog: { max_age_ms: 200, on_stale: hold }
    """;
DiagnosticCollector findings = new();
SafetyContract contract = ContractFile.Parse(Yaml, "two-joints.contract.yaml", findings)!;
ActionGuard guard = new(contract);
guard.BeginEpisode([0, 50]);

double[] safe = new double[2];
for (int step = 0; step < 5; step++)
{
    guard.Step([90, 100], safe);
    Console.WriteLine($"pan {safe[0],6:0.00} deg   gripper {safe[1]:0} percent");
}

ContractFile.Parse(Yaml.Replace("max_velocity", "max_velocitty"), "two-joints.contract.yaml", findings);
Console.WriteLine(findings.Items[0]);
