using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Reading;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Outcomes;
using Interlock.Runtime.Session;
using Interlock.Runtime.Supervision;
using Interlock.TestSupport;

namespace Interlock.Runtime.Tests.Session;

/// <summary>Episodes that a person begins, one after the other, on the simulated table.</summary>
public sealed class EpisodesOfAPersonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_episode_that_a_person_resumed_begins_with_a_table_in_order()
    {
        RunOutcome outcome = Run(new PersonTrial(40, _ => false), "run.episodes=3");
        AssertWhole(outcome, 3);
    }

    [Fact]
    public void An_episode_that_a_person_started_after_a_stop_between_two_of_them_begins_with_a_table_in_order()
    {
        RunOutcome outcome = Run(new PersonTrial(40, decision => decision.Trigger == SupervisorTrigger.EpisodeDone), "run.episodes=2");
        AssertWhole(outcome, 2);
    }

    [Fact]
    public void Time_that_a_stop_takes_does_not_count_as_time_of_the_episode()
    {
        // A person takes 2 s for each of reset, arm and start.
        RunOutcome outcome = Run(new PersonTrial(60, decision => decision.State == SupervisorState.Running), "run.episodes=1", "run.duration_s=5");
        OutcomeReport episode = Assert.Single(outcome.Episodes);
        Assert.Equal(1, episode.Stops);
        Assert.InRange(episode.DurationS, 4.8, 5.2);
    }

    [Fact]
    public void A_run_of_a_person_gives_the_same_bytes_twice()
    {
        byte[] first = Recorded();
        Assert.Equal(first, Recorded());
    }

    private static void AssertWhole(RunOutcome outcome, int episodes)
    {
        Assert.False(outcome.IsInterrupted);
        Assert.Equal(Enumerable.Range(1, episodes).Select(number => (long)number), outcome.Episodes.Select(episode => episode.Episode));
        Assert.All(outcome.Episodes, episode => Assert.Equal(EpisodeOutcome.Success, episode.Outcome));
        Assert.All(outcome.Episodes, episode => Assert.True(episode.DurationS > 2, $"{episode.DurationS} s"));
        using FlightLog log = FlightLog.Open(outcome.RecordingPath!);
        Assert.Equal(outcome.Ticks, log.Steps().Count());
    }

    private byte[] Recorded()
    {
        string path = Run(new PersonTrial(40, decision => decision.Trigger == SupervisorTrigger.EpisodeDone), "run.episodes=2").RecordingPath!;
        byte[] bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private RunOutcome Run(PersonTrial person, params string[] overrides)
    {
        DiagnosticCollector findings = new();
        RunFile? file = RunFile.Load(
            Path.Combine(SharedFiles.RepositoryRoot, "examples/run/table-arm.run.yaml"), [$"recording.path={_folder.PathOf("run.mcap")}", "supervisor.auto_start=false", .. overrides], findings);
        using RunSession session = RunSession.Prepare(
            file ?? throw new DiagnosticException(findings.Items),
            new SessionOptions { Clock = new VirtualClock(1), Time = TimeProvider.System, Trial = person },
            CancellationToken.None).Session!;
        return session.Run(CancellationToken.None);
    }
}
