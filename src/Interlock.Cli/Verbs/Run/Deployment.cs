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

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);

    // Codes of what a peer or a device did or did not do: policy servers, and robots that cannot be reached.
    private static readonly string[] PeerCodes = ["PO1", "RB01", "RB02"];

    public int Run()
    {
        DiagnosticCollector findings = new();
        RunFile file = request.Load(findings) ?? throw new DiagnosticException(findings.Items);
        using LiveView? live = LiveView.Open(host, file, request.IsLive);
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
            RunOutcome? outcome = Drive(session, report, live);
            if (outcome is not null)
            {
                foreach (Happening happening in outcome.LastHappenings)
                {
                    report.Happened(happening);
                }

                report.Ended(outcome);
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

    // On a virtual clock the run would be over before anybody connects.
    private bool CanStartFrom(LiveView? live) => live is { CanCommand: true } && !request.IsVirtual;

    // Null when the person did not start it.
    private RunOutcome? Drive(RunSession session, IRunReport report, LiveView? live)
    {
        RunKeys keys = new(host, session);
        if (!request.Starts && !session.StartsByItself && CanStartFrom(live))
        {
            host.Error.WriteLine("Nothing moves yet: an operator arms and starts over the live feed; a and then s do it at this keyboard.");
            return OnItsOwnThread(session, report, keys);
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

        return OnItsOwnThread(session, report, keys);
    }

    private RunOutcome OnItsOwnThread(RunSession session, IRunReport report, RunKeys keys)
    {
        using CancellationTokenSource quit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        TaskCompletionSource<RunOutcome> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Thread loop = new(() => Conclude(outcome, () => session.Run(quit.Token))) { Name = "interlock loop", IsBackground = true };
        loop.Start();
        try
        {
            // Other than Wait, this leaves a failure of the loop to the end, where it is thrown as it was.
            while (Task.WaitAny([outcome.Task], LookInterval) < 0)
            {
                Tell(session, report);
                if (keys.Serve())
                {
                    quit.Cancel();
                }
            }
        }
        finally
        {
            // Whatever went wrong here, such as an output that was closed: the robot comes to rest before the session is let go.
            quit.Cancel();
            loop.Join();
        }

        return outcome.Task.GetAwaiter().GetResult();
    }

    private static void Conclude(TaskCompletionSource<RunOutcome> outcome, Func<RunOutcome> run)
    {
        try
        {
            outcome.SetResult(run());
        }
        catch (Exception exception)
        {
            outcome.SetException(exception);
        }
    }

    private static void Tell(RunSession session, IRunReport report)
    {
        foreach (Happening happening in session.Attend())
        {
            report.Happened(happening);
        }
    }

    private int ExitOf(RunOutcome? outcome) =>
        cancellation.IsCancellationRequested ? ExitCode.Interrupted
        : outcome is null ? ExitCode.Ok
        : outcome.GaveUp || outcome.FinalState == SupervisorState.Stopped ? ExitCode.StoppedByGuard
        : outcome.Recording?.Fault is not null ? ExitCode.FoundWanting
        : ExitCode.Ok;
}
