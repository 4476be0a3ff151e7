using Interlock.Core.Contract;
using Interlock.Core.Contract.Writing;
using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.Guard;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Worlds;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Faults;

namespace Interlock.Runtime.Tests.Worlds;

public sealed class TableTrialTests : IDisposable
{
    private const int OnsetStep = 152;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_healthy_policy_does_the_task()
    {
        TableTrialResult trial = Run(null);

        Assert.Equal((TrialEnd.Over, true, null), (trial.End, trial.Success, trial.FirstAlarm));
    }

    [Fact]
    public void NaN_is_refused_in_the_tick_in_which_it_is_executed_and_the_arm_held()
    {
        TableTrialResult trial = Run(new NanFault(OnsetStep));

        Assert.Equal(new TrialAlarm(GuardCodes.NonFinite, null, 0), trial.FirstAlarm);
        Assert.Equal((TrialEnd.Held, SupervisorCodes.GuardRejects, Verdict.Hold), (trial.End, trial.EndCode, trial.Verdict));
    }

    [Fact]
    public void A_policy_that_stops_answering_starves_the_loop()
    {
        TableTrialResult trial = Run(new StaleFault(OnsetStep));

        Assert.Equal((TrialEnd.Held, SupervisorCodes.PolicyStarved), (trial.End, trial.EndCode));
        Assert.True(trial.HadOnset);
    }

    [Fact]
    public void A_target_out_of_range_does_not_take_the_arm_out_of_the_contract()
    {
        TableTrialResult trial = Run(new OutOfRangeFault(OnsetStep));

        Assert.True(trial.ChangedTicks > 0);
        Assert.All(Enumerable.Range(0, 6), joint => Assert.Equal(0, trial.Extremes.ExcessBeyond(joint, -2.5, 2.5), 0.001));
    }

    [Fact]
    public void The_same_file_and_fault_record_the_same_bytes()
    {
        string first = Run(new UnitMixUpFault(OnsetStep), "recording.path=a.mcap").RecordingPath!;
        string second = Run(new UnitMixUpFault(OnsetStep), "recording.path=a.mcap", folder: "again").RecordingPath!;

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void A_file_that_waits_for_a_person_is_none_for_a_trial() =>
        Assert.Throws<ArgumentException>(() => Run(null, "supervisor.auto_start=false"));

    private TableTrialResult Run(PolicyFault? fault, string change = "recording.mode=off", string folder = "trial")
    {
        _folder.Write($"{folder}/arm.contract.yaml", ContractWriter.Write(Contract()));
        string path = _folder.Write($"{folder}/arm.run.yaml", """
            interlock: run/1
            policy: { kind: scripted }
            contract: arm.contract.yaml
            robot: { kind: table_arm }
            schedule: { blending: replace, recompute_every_steps: 8 }
            supervisor: { policy_timeout_ms: 400, auto_start: true }
            run: { duration_s: 15, seed: 3 }
            """);
        return TableTrial.Run(new TableTrialOptions { File = RunFile.Load(path, [change], new DiagnosticCollector())!, Fault = fault });
    }

    private static SafetyContract Contract() => new()
    {
        Name = "arm",
        RateHz = 30,
        Space = ActionSpace.JointPosition,
        Channels =
        [
            .. TableArm.Description.ChannelNames.Select(name => name == "gripper"
                ? new ChannelContract { Name = name, Unit = ChannelUnit.Metre, Min = 0, Max = 0.08 }
                : new ChannelContract { Name = name, Unit = ChannelUnit.Radian, Min = -2.5, Max = 2.5, MaxStep = 0.06 }),
        ],
    };
}
