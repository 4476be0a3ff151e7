using Interlock.Cli.Verbs.Run;

namespace Interlock.Cli.Verbs.Dashboard;

/// <summary>Keeps the pages open after a run for as long as the person beside it looks.</summary>
internal static class DashboardStay
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    public static void UntilEnter(VerbHost host, DashboardChild child, CancellationToken cancellation)
    {
        if (!RunKeys.HasKeyboard(host) || cancellation.IsCancellationRequested)
        {
            return;
        }

        host.Error.WriteLine("The dashboard stays open: Enter or Ctrl-C ends it.");
        while (!child.HasEnded && !cancellation.IsCancellationRequested && !(Console.KeyAvailable && Console.ReadKey(intercept: true).Key == ConsoleKey.Enter))
        {
            cancellation.WaitHandle.WaitOne(LookInterval);
        }
    }
}
