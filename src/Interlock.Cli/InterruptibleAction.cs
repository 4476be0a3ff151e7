using System.CommandLine;

namespace Interlock.Cli;

/// <summary>
/// Binds a verb's body to its command. The body runs on another thread: Ctrl-C is only heard once the action has returned a task,
/// so a body on the calling thread could not be interrupted.
/// </summary>
internal static class InterruptibleAction
{
    /// <param name="command">The command.</param>
    /// <param name="body">What it does: reads its words, looks at the token now and then, returns the exit code.</param>
    public static void SetInterruptibleAction(this Command command, Func<ParseResult, CancellationToken, int> body) =>
        command.SetAction((parsed, cancellation) => Task.Run(() => body(parsed, cancellation), cancellation));
}
