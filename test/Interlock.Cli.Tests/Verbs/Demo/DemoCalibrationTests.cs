using Interlock.Cli.Verbs.Demo;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Files;
using Interlock.Simulation.Episodes;

namespace Interlock.Cli.Tests.Verbs.Demo;

public sealed class DemoCalibrationTests
{
    private static readonly DemonstrationGenerator Demonstrations = new(50, seed: 1);
    private static readonly DemoSafety Safety = DemoCalibration.Run(Demonstrations, seed: 1);

    [Fact]
    public void Guarded_episodes_without_a_fault_still_succeed()
    {
        int successes = Enumerable.Range(500, 40).Count(seed => PickAndPlaceEpisode.Run((ulong)seed, filter: Safety.NewGuard()).Success);

        Assert.True(successes >= 38, $"{successes} of 40");
    }

    [Fact]
    public void No_fault_takes_the_guarded_arm_out_of_its_bounds_or_beyond_the_speed_of_the_demonstrations()
    {
        double fastest = Demonstrations.Description.RateHz!.Value * Safety.Contract.Channels.Take(6).Max(channel => channel.MaxStep!.Value);
        for (ulong seed = 1; seed <= 4; seed++)
        {
            foreach (FaultTrial trial in DemoTrials.Run(Safety, 30, seed))
            {
                Assert.True(trial.With.BoundExcessRad < 0.001, $"{trial.Fault} {seed}: {trial.With.BoundExcessRad} rad out of bounds");
                Assert.True(trial.With.PeakJointSpeedRadPerS < 1.1 * fastest, $"{trial.Fault} {seed}: {trial.With.PeakJointSpeedRadPerS} rad/s");
            }
        }
    }

    [Fact]
    public void NaN_is_refused_at_once_and_the_task_is_still_done()
    {
        FaultTrial nan = DemoTrials.Run(Safety, 30, seed: 1).Single(trial => trial.Fault == "nan");

        Assert.Equal(0, nan.FirstAlarmS);
        Assert.Equal("GD101", nan.Reaction.FirstAlarm!.Code);
        Assert.False(nan.Without.Success);
        Assert.True(nan.With.Success);
    }

    [Fact]
    public void A_stale_policy_is_held_when_its_actions_are_older_than_the_contract_allows()
    {
        FaultTrial stale = DemoTrials.Run(Safety, 30, seed: 1).Single(trial => trial.Fault == "stale");

        Assert.InRange(stale.FirstAlarmS!.Value, 0, 0.4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_fault_raises_an_alarm_within_two_seconds(int seed)
    {
        foreach (FaultTrial trial in DemoTrials.Run(Safety, 30, (ulong)seed))
        {
            Assert.True(trial.FirstAlarmS is >= 0 and < 2, $"{trial.Fault}: {trial.FirstAlarmS}");
        }
    }

    /// <summary>The demonstrations never stall, so the first stall ever is what the alarm has to know.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_frozen_policy_leaves_the_band(int seed)
    {
        FaultTrial freeze = DemoTrials.Run(Safety, 30, (ulong)seed).Single(trial => trial.Fault == "freeze");

        Assert.InRange(freeze.FirstAlarmS!.Value, 0, 1);
        Assert.Equal("GD411", freeze.Reaction.FirstAlarm!.Code);
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
}
