using Interlock.Cli.Verbs.Dashboard;
using Interlock.Cli.Verbs.Live;
using Interlock.Cli.Verbs.Run;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Live;
using Interlock.Runtime.Session;
using Interlock.Runtime.Worlds;
using Interlock.Simulation.Faults;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>The demo's arm in real time with the dashboard beside it: fault after fault sets in, and a person can act.</summary>
internal static class DemoShow
{
    // A few seconds after the start, while the arm carries the cube.
    private const int OnsetStep = 152;

    // Late answers are left out: a scripted policy answers at once in real time.
    private const string Left = "stale";

    public static int Run(VerbHost host, DemoOptions options, LiveFeedOptions? asked, bool hasDashboard, CancellationToken cancellation)
    {
        PolicyFault[] faults = [.. FaultCatalogue.All(OnsetStep).Where(fault => options.Fault is { } only ? fault.Name == only : fault.Name != Left)];
        RunFile file = Load(options.Folder, faults.Length);
        using LiveView live = LiveView.Open(host, asked, hasDashboard, LiveKind.Run)!;
        using MonotonicClock clock = new((long)(file.Settings.Loop.SpinUs * 1e3));
        using RunSession session = TableShow.Prepare(file, faults, new SessionOptions { Clock = clock, Time = host.Clock, Live = live.Feed }, cancellation);
        host.Error.WriteLine($"The same arm in real time; in each episode a fault sets in after {OnsetStep / session.ControlHz:0} s: {string.Join(", ", faults.Select(fault => fault.Name.Replace('_', ' ')))}.");
        using DashboardChild? dashboard = hasDashboard ? DashboardChild.Start(host, live.Feed.Address, live.OperatorToken, options.Folder) : null;
        host.Error.WriteLine($"{(hasDashboard ? "Open the link below, and act there or here" : "Watch it in Foxglove at the address above, and act here")}; after {DemoBystander.PatienceS:0} s without a person the demo acts itself. Keys: space pauses, Esc stops, q ends.");
        session.StartWhenReady();
        DemoBystander bystander = new(session, host);
        new RealTimeRun(session, new RunText(host), new RunKeys(host, session)).Run(bystander.Look, cancellation);
        if (dashboard is not null)
        {
            DashboardStay.UntilEnter(host, dashboard, cancellation);
        }

        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Ok;
    }

    private static RunFile Load(string folder, int episodes)
    {
        DiagnosticCollector findings = new();
        string[] changes = ["recording.path=.", "supervisor.auto_start=false", $"run.episodes={episodes}", "cameras=[{name: side, kind: simulated}]"];
        return RunFile.Load(Path.Combine(folder, DemoFiles.RunFile), changes, findings) ?? throw new DiagnosticException(findings.Items);
    }
}
