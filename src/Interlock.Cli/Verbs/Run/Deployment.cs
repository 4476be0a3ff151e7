using Interlock.Cli.Verbs.Dashboard;
using Interlock.Cli.Verbs.Live;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Live;
using Interlock.Runtime.Session;
using Interlock.Runtime.Supervision;

namespace Interlock.Cli.Verbs.Run;

/// <summary>One call of <c>run</c> from the file to the exit code.</summary>
internal sealed class Deployment(VerbHost host, RunRequest request, CancellationToken cancellation)
{
    private const long NsPerTick = 100;

    // Codes of what a peer or a device did or did not do: policy servers, and robots that cannot be reached.
    private static readonly string[] PeerCodes = ["PO1", "RB01", "RB02"];

    public int Run()
    {
        DiagnosticCollector findings = new();
        RunFile file = request.Load(findings) ?? throw new DiagnosticException(findings.Items);
        using LiveView? live = LiveView.Open(host, file, request.IsLive, request.HasDashboard);
        if (!request.Starts && !file.Settings.Supervisor.AutoStart && !RunKeys.HasKeyboard(host) && !CanStartFrom(live))
        {
            host.Error.WriteLine("There is no keyboard here to ask: add --start when everything around the robot is clear.");
            return ExitCode.Usage;
        }

        IRunReport report = RunReports.For(request.Output, host);
        using MonotonicClock? real = request.IsVirtual ? null : new MonotonicClock((long)(file.Settings.Loop.SpinUs * 1e3));
        ILoopClock clock = real is null ? new VirtualClock((host.Clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NsPerTick) : real;
        Preparation prepared;
        try
        {
            prepared = RunSession.Prepare(file, Options(clock, live?.Feed), cancellation);
        }
        catch (DiagnosticException exception) when (Array.Exists(PeerCodes, code => exception.Diagnostics[0].Code.StartsWith(code, StringComparison.Ordinal)))
        {
            FailureReport.Write(host.Error, exception.Diagnostics);
            return ExitCode.DeviceOrPeer;
        }

        report.Prepared(file, prepared, findings);
        if (prepared.Session is not { } session)
        {
            return ExitCode.RefusedToStart;
        }

        using (session)
        {
            using DashboardChild? dashboard = request.HasDashboard ? DashboardChild.Start(host, live!.Feed.Address, live.OperatorToken, FolderOf(session)) : null;
            RunOutcome? outcome = Drive(session, report, live);
            if (outcome is not null)
            {
                foreach (Happening happening in outcome.LastHappenings)
                {
                    report.Happened(happening);
                }

                report.Ended(outcome);
            }

            if (dashboard is not null)
            {
                DashboardStay.UntilEnter(host, dashboard, cancellation);
            }

            return ExitOf(outcome);
        }
    }

    private SessionOptions Options(ILoopClock clock, LiveFeed? feed) => new()
    {
        Clock = clock,
        Time = host.Clock,
        Live = feed,
        SoftwareVersion = typeof(Deployment).Assembly.GetName().Version?.ToString(),
    };

    private static string? FolderOf(RunSession session) => Path.GetDirectoryName(session.RecordingPath) is { } folder ? Path.GetRelativePath(Environment.CurrentDirectory, folder) : null;

    // On a virtual clock the run would be over before anybody connects.
    private bool CanStartFrom(LiveView? live) => live is { CanCommand: true } && !request.IsVirtual;

    // Null when the person did not start it.
    private RunOutcome? Drive(RunSession session, IRunReport report, LiveView? live)
    {
        RunKeys keys = new(host, session);
        if (!request.Starts && !session.StartsByItself && CanStartFrom(live))
        {
            host.Error.WriteLine("Nothing moves yet: an operator arms and starts over the live feed or in the dashboard; a and then s do it at this keyboard.");
            return new RealTimeRun(session, report, keys).Run(looked: null, cancellation);
        }

        if (!request.Starts && !session.StartsByItself && !keys.AskToStart(cancellation))
        {
            return null;
        }

        session.StartWhenReady();
        if (request.IsVirtual)
        {
            return session.Run(cancellation, report.Happened);
        }

        return new RealTimeRun(session, report, keys).Run(looked: null, cancellation);
    }

    private int ExitOf(RunOutcome? outcome) =>
        cancellation.IsCancellationRequested ? ExitCode.Interrupted
        : outcome is null ? ExitCode.Ok
        : outcome.GaveUp || outcome.FinalState == SupervisorState.Stopped ? ExitCode.StoppedByGuard
        : outcome.Recording?.Fault is not null ? ExitCode.FoundWanting
        : ExitCode.Ok;
}
