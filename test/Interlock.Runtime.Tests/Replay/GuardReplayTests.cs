using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Guard;
using Interlock.Policies;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Replay;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Tests.Loop;
using Xunit;

namespace Interlock.Runtime.Tests.Replay;

public sealed class GuardReplayTests
{
    [Fact]
    public void A_run_with_every_kind_of_fault_replays_bit_for_bit()
    {
        using RecordedRig recorded = new();
        RunWithFaults(recorded);
        GuardReplayResult result = Replay(recorded);
        Assert.Empty(result.Differences);
        Assert.True(result.IsIdentical, $"{result.Identical} of {result.Steps}");
        Assert.Equal(0, result.NotComparable);
        Assert.True(result.Steps > 1000, $"{result.Steps}");
        Assert.True(result.RecordedInterventions > 50, $"{result.RecordedInterventions}");
        Assert.Equal(result.RecordedInterventions, result.ReplayedInterventions);
        Assert.Null(result.LatchedAtTick);
    }

    [Fact]
    public void A_session_that_never_moved_is_not_called_identical()
    {
        using RecordedRig recorded = new();
        recorded.Rig.Loop.Start();
        recorded.Rig.Run(50);
        recorded.Finish();
        GuardReplayResult result = Replay(recorded);
        Assert.Equal((50, 0), (result.Ticks, result.Steps));
        Assert.False(result.IsIdentical);
    }

    [Fact]
    public void Another_contract_tells_what_it_would_have_done()
    {
        using RecordedRig recorded = new();
        recorded.Rig.Started().Run(400);
        recorded.Finish();
        SafetyContract tight = recorded.Rig.Contract with { Name = "tight", Channels = [.. recorded.Rig.Contract.Channels.Reverse().Select(channel => channel with { Max = channel.Name == "j1" ? 0.5 : channel.Max })] };
        using FlightLog log = FlightLog.Open(recorded.Path);
        GuardReplayResult same = GuardReplay.Run(log);
        GuardReplayResult other = GuardReplay.Run(log, tight, calibration: null);
        Assert.Equal(0, same.ReplayedInterventions);
        Assert.True(other.ReplayedInterventions > 10, $"{other.ReplayedInterventions}");
        Assert.False(other.IsIdentical);
        Assert.Equal("j1", other.Interventions[0].Channel);
        Assert.Equal(0.5, other.Interventions[0].Limit);
        Assert.InRange(other.Interventions[0].Value, 0.4, 0.8);
        Assert.Equal("j1", other.Differences[0].Channel);
    }

    [Fact]
    public void A_changed_number_in_the_recording_is_found()
    {
        using RecordedRig recorded = new();
        recorded.Rig.Started().Run(100);
        recorded.Finish();
        using FlightLog log = FlightLog.Open(recorded.Path);
        SafetyContract nearly = recorded.Rig.Contract with { Channels = [.. recorded.Rig.Contract.Channels.Select(channel => channel with { MaxVelocity = 0.1 })] };
        GuardReplayResult result = GuardReplay.Run(log, nearly, calibration: null);
        Assert.False(result.IsIdentical);
        Assert.Equal(GuardReplayResult.MostListed, result.Differences.Count);
    }

    [Fact]
    public void Steps_behind_a_gap_are_not_compared_until_an_episode_begins()
    {
        using RecordedRig recorded = new(trigger: new FlightTrigger { BeforeS = 0.1, AfterS = 0.1 });
        RunWithFaults(recorded);
        GuardReplayResult result = Replay(recorded);
        Assert.True(result.NotComparable > 0);
        Assert.Equal(result.Compared, result.Identical);
    }

    [Fact]
    public void The_contract_that_was_kept_goes_before_the_one_in_the_file()
    {
        SafetyContract tight = new LoopRig().Contract with { Name = "file", Mode = GuardMode.Monitor };
        using RecordedRig recorded = new(fileSays: tight);
        RunWithFaults(recorded);
        GuardReplayResult result = Replay(recorded);
        Assert.Equal("rig", result.Contract.Name);
        Assert.True(result.IsIdentical);
    }

    [Fact]
    public void Without_a_contract_the_user_is_asked_for_one()
    {
        using RecordedRig recorded = new(attachContract: false);
        recorded.Rig.Started();
        recorded.Finish();
        DiagnosticException refused = Assert.Throws<DiagnosticException>(() => Replay(recorded));
        Assert.Equal("RT180", refused.Diagnostics[0].Code);
    }

    [Fact]
    public void A_contract_for_other_channels_is_refused()
    {
        using RecordedRig recorded = new();
        recorded.Rig.Started();
        recorded.Finish();
        using FlightLog log = FlightLog.Open(recorded.Path);
        SafetyContract other = recorded.Rig.Contract with { Channels = [recorded.Rig.Contract.Channels[0] with { Name = "elsewhere" }] };
        DiagnosticException refused = Assert.Throws<DiagnosticException>(() => GuardReplay.Run(log, other, calibration: null));
        Assert.All(refused.Diagnostics, found => Assert.Equal("RT181", found.Code));
    }

    private static GuardReplayResult Replay(RecordedRig recorded)
    {
        using FlightLog log = FlightLog.Open(recorded.Path);
        return GuardReplay.Run(log);
    }

    // NaN, a jump, a person who takes over and hands back, a person's stop with reset, a second episode, a pause.
    private static void RunWithFaults(RecordedRig recorded)
    {
        LoopRig rig = recorded.Rig.Started();
        rig.Run(200);
        recorded.Policy = Filled(double.NaN);
        rig.Run(60);
        Restarted(recorded);
        recorded.Policy = Filled(1.4);
        rig.Run(80);
        recorded.Policy = Filled(-7);
        rig.Run(80);
        Restarted(recorded);
        TakeOver(rig);
        Restarted(recorded);
        rig.Supervisor.Post(OperatorCommand.Stop);
        rig.Run(150);
        Restarted(recorded);
        rig.Run(300);
        rig.Supervisor.Post(OperatorCommand.Pause);
        rig.Run(100);
        recorded.Finish();
    }

    private static void Restarted(RecordedRig recorded)
    {
        LoopRig rig = recorded.Rig;
        recorded.Policy = LoopRig.Sine(policyHz: 20);
        foreach (OperatorCommand command in new[] { OperatorCommand.Reset, OperatorCommand.Arm, OperatorCommand.Start, OperatorCommand.Resume })
        {
            rig.Supervisor.Post(command);
            rig.Run(60);
        }

        Assert.Equal(SupervisorState.Running, rig.Supervisor.State);
    }

    private static void TakeOver(LoopRig rig)
    {
        double[] hand = [0.3, 0.2, 0.9];
        rig.Human.Submit(hand, 0, rig.Clock.NowNs);
        rig.Supervisor.Post(OperatorCommand.TakeOver);
        for (int i = 1; i <= 120; i++)
        {
            hand[0] += i < 60 ? 0.2 : -0.2;
            rig.Human.Submit(hand, i, rig.Clock.NowNs);
            rig.Run(1);
        }

        Assert.Equal(SupervisorState.HumanControl, rig.Supervisor.State);
        rig.Supervisor.Post(OperatorCommand.HandBack);
        rig.Run(80);
    }

    private static Action<PolicyRequest, PolicyChunk> Filled(double value) => (_, chunk) =>
    {
        chunk.Reset(LoopRig.Rows);
        chunk.Actions.Fill(value);
    };
}
