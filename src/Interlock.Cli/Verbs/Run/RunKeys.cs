using Interlock.Runtime.Session;
using Interlock.Runtime.Supervision;

namespace Interlock.Cli.Verbs.Run;

/// <summary>The keyboard beside the robot; nothing where there is none.</summary>
internal sealed class RunKeys(VerbHost host, RunSession session)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);

    private readonly bool _hasKeyboard = HasKeyboard(host);
    private readonly KeyboardJog _jog = new(session, host.Out);

    /// <summary>True when somebody can press a key.</summary>
    public static bool HasKeyboard(VerbHost host) => host.IsTerminal && !Console.IsInputRedirected;

    /// <summary>True when the person pressed Enter.</summary>
    public bool AskToStart(CancellationToken cancellation)
    {
        host.Out.WriteLine("Nothing moves yet. Enter arms and starts, any other key ends.");
        while (!cancellation.IsCancellationRequested)
        {
            if (Console.KeyAvailable)
            {
                return Console.ReadKey(intercept: true).Key == ConsoleKey.Enter;
            }

            cancellation.WaitHandle.WaitOne(LookInterval);
        }

        return false;
    }

    /// <summary>Does what the pressed keys ask; true when the run is to end.</summary>
    public bool Serve()
    {
        while (_hasKeyboard && Console.KeyAvailable)
        {
            ConsoleKey key = Console.ReadKey(intercept: true).Key;
            if (key == ConsoleKey.Q)
            {
                return true;
            }

            if (!_jog.Take(key) && CommandOf(key) is { } command)
            {
                session.Post(command);
            }
        }

        _jog.Refresh();

        return false;
    }

    private OperatorCommand? CommandOf(ConsoleKey key) => key switch
    {
        ConsoleKey.Escape => OperatorCommand.Stop,
        ConsoleKey.Spacebar => session.State is SupervisorState.Holding or SupervisorState.AwaitingHuman ? OperatorCommand.Resume : OperatorCommand.Pause,
        ConsoleKey.R => Reset(),
        ConsoleKey.A => OperatorCommand.Arm,
        ConsoleKey.S => OperatorCommand.Start,
        ConsoleKey.Enter => OperatorCommand.AnswerContinue,
        ConsoleKey.Y => OperatorCommand.MarkSuccess,
        ConsoleKey.N => OperatorCommand.MarkFailure,
        _ => null,
    };

    // What was wrong is shown before it is acknowledged.
    private OperatorCommand Reset()
    {
        host.Out.WriteLine(session.WhatWasWrong());
        return OperatorCommand.Reset;
    }
}
