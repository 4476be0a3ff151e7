using Interlock.Runtime.Session;

namespace Interlock.Cli.Verbs.Run;

/// <summary>A session in real time: the loop on its own thread, the person's keys and lines on this one.</summary>
internal sealed class RealTimeRun(RunSession session, IRunReport report, RunKeys keys)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs it to its end, or until it is cancelled.</summary>
    /// <param name="looked">Called a few times a second; null for nobody.</param>
    /// <param name="cancellation">Ends the run: the robot is braked first.</param>
    public RunOutcome Run(Action? looked, CancellationToken cancellation)
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
                Tell();
                looked?.Invoke();
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

    private void Tell()
    {
        foreach (Happening happening in session.Attend())
        {
            report.Happened(happening);
        }
    }
}
