using Interlock.Core.Contract;
using Interlock.Core.Text;
using Interlock.Guard;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;
using Interlock.Robots.Simulated;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Journal;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Tests.Loop;

namespace Interlock.Runtime.Tests.Journal;

public sealed class FlightTickLogTests
{
    [Fact]
    public void The_recording_is_what_happened()
    {
        using TemporaryFolder folder = new();
        Told told = Run(folder, amplitude: 0.4, ticks: 300);
        using FlightLog log = FlightLog.Open(told.Path);
        FlightStep[] steps = [.. log.Steps()];
        Assert.Equal(told.Ticks.Count, steps.Length);
        foreach ((ToldTick tick, FlightStep step) in told.Ticks.Zip(steps))
        {
            Assert.Equal(tick.Tick, step.Tick);
            Assert.Equal(tick.AtNs, step.MonotonicNs);
            Assert.Equal(EnumWord.Of(tick.State), step.SupervisorState);
            Assert.Equal(EnumWord.Of(tick.Source), step.ActionSource);
            Assert.Equal(EnumWord.Of(tick.Verdict), step.Verdict);
            Assert.Equal(tick.Command, step.Guarded ?? []);
            Assert.Equal(tick.Executed, step.Executed ?? []);
            Assert.Equal(tick.Row, step.Policy ?? []);
            Assert.Equal(tick.Measured, step.State ?? []);
        }

        RecordedEvent[] events = [.. log.Events()];
        Assert.Single(events, item => item.Kind == "episode_start");
        Assert.Equal(told.SupervisorEvents, events.Count(item => item is { Kind: "supervisor" or "stop" or "reset" or "human" } && !item.Code.StartsWith("GD", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_intervention_that_lasts_is_told_once()
    {
        using TemporaryFolder folder = new();
        Told told = Run(folder, amplitude: 1.2, ticks: 900);
        using FlightLog log = FlightLog.Open(told.Path);
        int clipped = told.Ticks.Count(tick => tick.Verdict == Verdict.Clip);
        RecordedEvent[] interventions = [.. log.Events().Where(item => item.Kind == "intervention")];
        Assert.True(clipped > 50, $"{clipped} clipped ticks");
        Assert.InRange(interventions.Length, 1, clipped / 5);
        Assert.Contains(interventions, item => item is { Code: "GD110", Limit: 1.5 } && item.Value > 1.5);
        Assert.All(interventions, item => Assert.Equal("j0", item.Channel));
    }

    private static Told Run(TemporaryFolder folder, double amplitude, int ticks)
    {
        SafetyContract contract = LoopContracts.Arm(1, 100);
        ActionGuard guard = new(contract);
        Told told = new(folder.PathOf("run.mcap"));
        using WholeLoop whole = new(new WholeLoopOptions
        {
            Guard = guard,
            Clock = new VirtualClock(startUtcNs: 1_700_000_000_000_000_000),
            Robot = new SimulatedArm(SimulatedArmOptions.For(contract)),
            Policy = new SinePolicy(1, amplitude: amplitude),
            Delay = new FixedDelay(40_000_000),
            MakeLog = told.Begin,
        });
        whole.Started();
        whole.Tick(ticks);
        whole.Supervisor.Post(OperatorCommand.Stop);
        whole.Tick(150);
        whole.Supervisor.Post(OperatorCommand.Reset);
        whole.Tick(5);
        told.End(whole.Supervisor);
        return told;
    }

    private sealed record ToldTick(
        long Tick, long AtNs, SupervisorState State, MotionSource Source, Verdict Verdict, double[] Row, double[] Command, double[] Executed, double[] Measured);

    /// <summary>Keeps what the loop told, beside the recording of it.</summary>
    private sealed class Told(string path) : ITickLog
    {
        private FlightRecorder? _recorder;
        private FlightTickLog? _log;

        public string Path => path;

        public List<ToldTick> Ticks { get; } = [];

        public int SupervisorEvents { get; private set; }

        public bool HasFailed => _log!.HasFailed;

        public ITickLog Begin(WholeLoop whole)
        {
            _recorder = whole.Record(new FlightRecorderOptions { Path = path, OwnThread = false });
            _log = new FlightTickLog(_recorder, whole.Options.Clock, whole.Options.Guard, whole.Supervisor, pumps: true);
            return this;
        }

        public void Write(in TickView tick)
        {
            _log!.Write(tick);
            Ticks.Add(new ToldTick(
                tick.Tick, tick.Timings.BeganAtNs, tick.Decision.State, tick.Motion.Source, tick.Motion.Guarded.Verdict,
                tick.PolicyRow.ToArray(), tick.Command.ToArray(), tick.Executed.ToArray(), tick.Senses.State.Positions.ToArray()));
        }

        public void End(Supervisor supervisor)
        {
            for (long number = 0; supervisor.Events.TryRead(number, out _); number++)
            {
                SupervisorEvents++;
            }

            _recorder!.Dispose();
        }
    }
}
