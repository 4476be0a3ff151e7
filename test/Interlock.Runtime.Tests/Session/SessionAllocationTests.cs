using System.Net;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Session;
using Interlock.Runtime.Telemetry;
using Interlock.Runtime.Telemetry.Alerts;
using Interlock.Runtime.Telemetry.Alerts.Sinks;
using Interlock.Runtime.Tests.Live;
using Interlock.Runtime.Tests.Loop;
using Interlock.TestSupport;

namespace Interlock.Runtime.Tests.Session;

/// <summary>A deployment as users have it, on the machine's clock and with every thread: recorder, policy, live feed, viewers, metrics, alerts.</summary>
[Collection(MeasuresAllocationAlone.Name)]
public sealed class SessionAllocationTests : IDisposable
{
    private const int WarmUpTicks = 200;
    private const int WindowTicks = 100;
    private const int Windows = 6;
    private const int Channels = 14;
    private const int RateHz = 500;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Audience.None)]
    [InlineData(Audience.Reads)]
    [InlineData(Audience.Hangs)]
    public async Task The_control_thread_of_a_watched_measured_and_recorded_run_allocates_nothing(Audience audience)
    {
        using LiveRig live = new(options => options with { QueueBytes = 64 << 10, SendTimeout = TimeSpan.FromHours(1) });
        using StringWriter console = new();
        using TelemetryService telemetry = Telemetry(console);
        telemetry.Watch(live.Feed);
        using CancellationTokenSource enough = new();
        AllocationTrial trial = new(WarmUpTicks, WindowTicks, Windows, enough.Cancel);
        using MonotonicClock clock = new();
        using RunSession session = Prepare(new SessionOptions { Clock = clock, Time = TimeProvider.System, Live = live.Feed, Trial = trial });
        telemetry.Watch(session);
        await using Onlooker? viewer = await Onlooker.SendAsync(live, audience);
        RunOutcome outcome = session.Run(enough.Token);

        Assert.True(trial.Ticks > WarmUpTicks + (Windows * WindowTicks), $"{trial.Ticks} ticks, {outcome.FinalState} {outcome.StopCode}");
        // A window in which the runtime itself needed memory, for a method that it compiled anew, says nothing about a tick.
        Assert.Equal(0, trial.BytesPerWindow.Min());
        Assert.True(trial.BytesPerWindow.Count(bytes => bytes == 0) >= Windows / 2, string.Join(", ", trial.BytesPerWindow));
        Assert.True(outcome.Recording!.StepsWritten >= trial.Ticks);
        await (audience == Audience.Reads ? viewer!.FirstAsync() : Task.CompletedTask);
    }

    private static TelemetryService Telemetry(TextWriter console) => new(
        new TelemetryOptions
        {
            Source = "test",
            Metrics = new MetricsListener(new IPEndPoint(IPAddress.Loopback, 0)),
            Alerts = [new AlertRoute("console[0]", new ConsoleSink(TextWriter.Synchronized(console))) { Least = FlightLevel.Info, Burst = 1000 }],
            Interval = TimeSpan.FromMilliseconds(50),
        },
        TimeProvider.System);

    private RunSession Prepare(SessionOptions options)
    {
        string[] names = [.. Enumerable.Range(0, Channels).Select(i => $"j{i}")];
        string zeros = string.Join(", ", names.Select(_ => "0"));
        string ahead = string.Join(", ", names.Select(_ => "0.3"));
        _folder.Write("arm.contract.yaml", $$"""
            interlock: contract/1
            name: arm
            rate_hz: {{RateHz}}
            action: { space: joint_position, reference: absolute }
            channels:
            {{string.Join('\n', names.Select(name => $"  - {{ name: {name}, role: joint, unit: rad, min: -1.5, max: 1.5, max_velocity: 1.5, max_acceleration: 15 }}"))}}
            """);
        _folder.Write("wave.waypoints.json", $$"""
            { "interlock": "waypoints/1", "name": "wave", "rate_hz": 50, "rows": 50, "repeat": true, "channels": [{{string.Join(", ", names.Select(name => $"\"{name}\""))}}],
              "waypoints": [ { "name": "here", "at_s": 0.5, "position": [{{zeros}}] }, { "name": "there", "at_s": 2, "position": [{{ahead}}] } ] }
            """);
        string run = _folder.Write("arm.run.yaml", """
            interlock: run/1
            name: arm
            policy: { kind: scripted, path: wave.waypoints.json }
            contract: arm.contract.yaml
            robot: { kind: simulated_arm }
            loop: { max_missed: 100000, missed_window: 100000 }
            supervisor: { auto_start: true }
            recording: { path: recordings/, mode: always, flush_ms: 100 }
            run: { duration_s: 60 }
            """);
        DiagnosticCollector findings = new();
        RunFile file = RunFile.Load(run, [], findings) ?? throw new DiagnosticException(findings.Items);
        return RunSession.Prepare(file, options, CancellationToken.None).Session!;
    }
}
