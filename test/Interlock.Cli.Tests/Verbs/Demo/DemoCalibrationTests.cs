using Interlock.Cli.Verbs.Demo;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Files;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Worlds;
using Interlock.Simulation.Episodes;

namespace Interlock.Cli.Tests.Verbs.Demo;

public sealed class DemoCalibrationTests : IDisposable
{
    private static readonly DemonstrationGenerator Demonstrations = new(50, seed: 1);
    private static readonly DemoSafety Safety = DemoCalibration.Run(Demonstrations, seed: 1);

    private readonly TemporaryFolder _folder = new();

    public DemoCalibrationTests()
    {
        _folder.Write(DemoFiles.Contract, Text(Safety.WriteContract));
        _folder.Write(DemoFiles.Calibration, Text(Safety.WriteCalibration));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Two alarms claim at most 5 % of episodes each; of 40 episodes that is at most 8 with a chance of 98 %.</summary>
    [Fact]
    public void Without_a_fault_the_deployed_loop_does_the_task_or_a_false_alarm_asks_as_rarely_as_claimed()
    {
        TableTrialResult[] trials =
            [.. Enumerable.Range(500, 40).Select(seed => TableTrial.Run(new TableTrialOptions { File = Deployed((ulong)seed) }))];

        Assert.All(trials.Where(trial => !trial.Success), trial => Assert.Equal((TrialEnd.Asked, SupervisorCodes.AlarmRaised), (trial.End, trial.EndCode)));
        Assert.InRange(trials.Count(trial => trial.Success), 32, 40);
    }

    [Fact]
    public void No_fault_takes_the_guarded_arm_out_of_its_bounds_or_beyond_the_speed_of_the_demonstrations()
    {
        double fastest = Demonstrations.Description.RateHz!.Value * Safety.Contract.Channels.Take(6).Max(channel => channel.MaxStep!.Value);
        for (ulong seed = 1; seed <= 4; seed++)
        {
            foreach (FaultTrial trial in Trials(seed))
            {
                Assert.True(trial.With.BoundExcessRad < 0.001, $"{trial.Fault} {seed}: {trial.With.BoundExcessRad} rad out of bounds");
                Assert.True(trial.With.PeakJointSpeedRadPerS < 1.1 * fastest, $"{trial.Fault} {seed}: {trial.With.PeakJointSpeedRadPerS} rad/s");
            }
        }
    }

    [Fact]
    public void NaN_is_refused_at_once_and_the_task_goes_on_when_somebody_says_so()
    {
        FaultTrial nan = Trials(1, "nan").Single();

        Assert.Equal(0, nan.FirstAlarmS);
        Assert.Equal("GD101", nan.Reaction.FirstAlarm!.Code);
        Assert.Equal((TrialEnd.Over, true), (nan.End, nan.With.Success));
        Assert.True(nan.Answers > 0);
    }

    [Fact]
    public void A_policy_that_hangs_is_out_of_charge_within_a_second()
    {
        FaultTrial stale = Trials(1, "stale").Single();

        Assert.InRange(stale.FirstAlarmS!.Value, 0, 1);
        Assert.Equal(SupervisorCodes.PolicyStarved, stale.EndCode);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_fault_is_noticed_within_two_seconds_and_takes_the_policy_out_of_charge(int seed)
    {
        foreach (FaultTrial trial in Trials((ulong)seed))
        {
            Assert.True(trial.FirstAlarmS is >= 0 and < 2, $"{trial.Fault}: {trial.FirstAlarmS}");
            Assert.True(trial.Answers > 0 || trial.End != TrialEnd.Over, $"{trial.Fault}: {trial.End}");
        }
    }

    /// <summary>The demonstrations never stall, so the first stall ever is what the alarm has to know.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_frozen_policy_leaves_the_band_and_a_person_is_asked(int seed)
    {
        FaultTrial freeze = Trials((ulong)seed, "freeze").Single();

        Assert.InRange(freeze.FirstAlarmS!.Value, 0, 1);
        Assert.Equal("GD411", freeze.Reaction.FirstAlarm!.Code);
        Assert.True(freeze.Answers > 0 || freeze.End == TrialEnd.Asked);
    }

    [Fact]
    public void The_written_contract_and_calibration_can_be_read_again()
    {
        using StringWriter contractText = new();
        using StringWriter calibrationText = new();
        Safety.WriteContract(contractText);
        Safety.WriteCalibration(calibrationText);
        DiagnosticCollector findings = new();

        SafetyContract? contract = ContractFile.Parse(contractText.ToString(), "table-arm.contract.yaml", findings);
        GuardCalibration calibration = CalibrationReader.Read(System.Text.Encoding.UTF8.GetBytes(calibrationText.ToString()));

        Assert.DoesNotContain(findings.Items, item => item.Severity == DiagnosticSeverity.Error);
        Assert.Equal(Safety.Contract.Channels, contract!.Channels);
        Assert.Equal(contract.Channels.Select(channel => channel.Name), calibration.Channels);
        Assert.Equal(DemoFiles.Calibration, contract.Monitors!.Calibration);
    }

    private IEnumerable<FaultTrial> Trials(ulong seed, string? only = null)
    {
        string path = _folder.Write($"{seed}/{DemoFiles.RunFile}", DemoRunFile.Text(DemoTrials.EpisodeSeed(seed)));
        _folder.Write($"{seed}/{DemoFiles.Contract}", Text(Safety.WriteContract));
        _folder.Write($"{seed}/{DemoFiles.Calibration}", Text(Safety.WriteCalibration));
        return new DemoTrials(Safety.Contract, path, 30).Run(seed, only);
    }

    private RunFile Deployed(ulong seed) =>
        RunFile.Load(_folder.Write(DemoFiles.RunFile, DemoRunFile.Text(seed)), ["recording.mode=off"], new DiagnosticCollector())!;

    private static string Text(Action<TextWriter> write)
    {
        using StringWriter text = new();
        write(text);
        return text.ToString();
    }
}
