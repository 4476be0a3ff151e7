using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Reading;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Outcomes;
using Interlock.Runtime.Session;
using Interlock.Runtime.Supervision;
using Interlock.TestSupport;
using Xunit;

namespace Interlock.Runtime.Tests.Session;

public sealed class RunSessionTests : IDisposable
{
    private const long StartUtcNs = 1_700_000_000_000_000_000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_built_in_policy_puts_the_cube_on_the_plate_through_the_whole_loop()
    {
        RunOutcome outcome = Run();
        OutcomeReport episode = Assert.Single(outcome.Episodes);
        Assert.Equal(EpisodeOutcome.Success, episode.Outcome);
        Assert.Equal(SupervisorState.Holding, outcome.FinalState);
        Assert.False(outcome.IsInterrupted);
        Assert.True(outcome.Recording!.IsComplete);
    }

    [Fact]
    public void Every_tick_is_in_the_recording_together_with_what_explains_it()
    {
        RunOutcome outcome = Run();
        using FlightLog log = FlightLog.Open(outcome.RecordingPath!);
        Assert.Equal(outcome.Ticks, log.Steps().Count());
        string[] attachments = [.. log.Attachments.Select(attachment => attachment.Name)];
        Assert.Contains("table-arm.contract.yaml", attachments);
        Assert.Contains("effective.run.yaml", attachments);
        Assert.Equal("put the cube on the plate", log.Session.Task);
        Assert.NotEmpty(log.Chunks());
        Assert.NotEmpty(log.Images());
    }

    [Fact]
    public void On_a_virtual_clock_the_same_run_gives_the_same_bytes()
    {
        string path = _folder.PathOf("run.mcap");
        Run("run.duration_s=3", $"recording.path={path}");
        byte[] first = File.ReadAllBytes(path);
        File.Delete(path);
        Run("run.duration_s=3", $"recording.path={path}");
        Assert.Equal(first, File.ReadAllBytes(path));
    }

    [Fact]
    public void Several_episodes_begin_anew_and_are_counted()
    {
        RunOutcome outcome = Run("run.episodes=3", "run.duration_s=12");
        Assert.Equal([1L, 2, 3], outcome.Episodes.Select(episode => episode.Episode));
        Assert.All(outcome.Episodes, episode => Assert.Equal(EpisodeOutcome.Success, episode.Outcome));
    }

    [Fact]
    public void In_shadow_mode_everything_is_judged_and_nothing_moves()
    {
        RunOutcome outcome = Run("run.shadow=true", "run.duration_s=3");
        using FlightLog log = FlightLog.Open(outcome.RecordingPath!);
        double[][] states = [.. log.Steps().Select(step => step.State ?? [])];
        Assert.True(states.Length > 60);
        Assert.All(states, state => Assert.Equal(states[0][0], state[0], 0.02));
        Assert.Contains(log.Steps(), step => step.Guarded is not null);
    }

    [Fact]
    public void A_session_that_is_not_started_leaves_nothing_behind()
    {
        string path;
        using (RunSession session = Prepare("supervisor.auto_start=false").Session!)
        {
            path = session.RecordingPath!;
            Assert.Equal(SupervisorState.Idle, session.State);
        }

        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Without_a_start_nothing_is_sent_however_long_it_runs()
    {
        using RunSession session = Prepare("supervisor.auto_start=false").Session!;
        using CancellationTokenSource source = new();
        source.Cancel();
        RunOutcome outcome = session.Run(source.Token);
        Assert.True(outcome.IsInterrupted);
        using FlightLog log = FlightLog.Open(outcome.RecordingPath!);
        Assert.All(log.Steps(), step => Assert.Null(step.Executed));
    }

    [Fact]
    public void A_contract_that_changes_during_the_run_is_a_protective_stop()
    {
        RunFile file = FileOf();
        string contract = _folder.Write("table-arm.contract.yaml", File.ReadAllText(file.Resolve(file.Settings.Contract)));
        using RunSession session = Prepare($"contract={contract}").Session!;
        bool changed = false;
        RunOutcome outcome = session.Run(CancellationToken.None, _ =>
        {
            if (!changed)
            {
                changed = true;
                File.AppendAllText(contract, "# wider\n");
            }
        });
        Assert.Equal(SupervisorState.Stopped, outcome.FinalState);
        Assert.Equal("RT084", outcome.StopCode);
        Assert.NotEmpty(outcome.WhatWasWrong);
    }

    [Fact]
    public void A_robot_with_other_channels_than_the_contract_is_refused_before_anything_moves()
    {
        DiagnosticException refusal = Assert.Throws<DiagnosticException>(
            () => Prepare("robot.kind=simulated_arm", "robot.options.channels=[shoulder_pan, shoulder_lift, elbow, wrist_flex, wrist_tilt, wrist_roll, grippr]"));
        Assert.Contains(refusal.Diagnostics, finding => finding.Code == "RT031" && finding.Hint!.Contains("gripper"));
    }

    [Fact]
    public void A_scripted_policy_without_its_table_is_a_contradiction()
    {
        DiagnosticException refusal = Assert.Throws<DiagnosticException>(() => Prepare("robot.kind=simulated_arm"));
        Assert.Equal("RT150", refusal.Diagnostics[0].Code);
    }

    [Fact]
    public void A_reset_starts_nothing_even_where_a_start_was_waiting()
    {
        using RunSession session = Prepare("supervisor.auto_start=false", "supervisor.stop_settle_ms=100").Session!;
        session.StartWhenReady();
        session.Post(OperatorCommand.Stop);
        RunOutcome outcome = session.Run(CancellationToken.None, _ =>
        {
            if (session.State == SupervisorState.Stopped)
            {
                session.Post(OperatorCommand.Reset);
            }
        });
        Assert.Equal(SupervisorState.Idle, outcome.FinalState);
        using FlightLog log = FlightLog.Open(outcome.RecordingPath!);
        Assert.All(log.Steps(), step => Assert.Null(step.Executed));
    }

    [Fact]
    public void A_mark_ends_a_paused_episode()
    {
        using RunSession session = Prepare("supervisor.auto_start=false").Session!;
        session.StartWhenReady();
        RunOutcome outcome = session.Run(CancellationToken.None, _ => session.Post(session.State == SupervisorState.Running ? OperatorCommand.Pause : OperatorCommand.MarkSuccess));
        OutcomeReport episode = Assert.Single(outcome.Episodes);
        Assert.False(outcome.IsInterrupted);
        Assert.Equal((EpisodeOutcome.Success, OutcomeJudge.Operator), (episode.Outcome, episode.Judge));
        Assert.True(outcome.Ticks < 200, $"{outcome.Ticks} ticks");
    }

    [Fact]
    public void On_a_virtual_clock_a_run_that_nobody_starts_ends_by_itself()
    {
        using RunSession session = Prepare("supervisor.auto_start=false").Session!;
        RunOutcome outcome = session.Run(CancellationToken.None);
        Assert.Equal((SupervisorState.Idle, true), (outcome.FinalState, outcome.IsInterrupted));
    }

    [Fact]
    public void A_session_that_cannot_be_made_leaves_no_recording_behind()
    {
        Assert.Throws<DiagnosticException>(() => Prepare("cameras=[{name: top, kind: files, path: nowhere}]"));
        Assert.Empty(Directory.EnumerateFiles(_folder.Root, "*.mcap"));
    }

    private RunOutcome Run(params string[] overrides)
    {
        using RunSession session = Prepare(overrides).Session!;
        return session.Run(CancellationToken.None);
    }

    private Preparation Prepare(params string[] overrides) =>
        RunSession.Prepare(FileOf(overrides), new SessionOptions { Clock = new VirtualClock(StartUtcNs), Time = new FixedTime() }, CancellationToken.None);

    private RunFile FileOf(params string[] overrides)
    {
        DiagnosticCollector findings = new();
        RunFile? file = RunFile.Load(
            Path.Combine(SharedFiles.RepositoryRoot, "examples/run/table-arm.run.yaml"), [$"recording.path={_folder.Root}", .. overrides], findings);
        return file ?? throw new DiagnosticException(findings.Items);
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
    }
}
