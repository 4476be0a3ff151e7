using Interlock.Core.Contract;
using Interlock.Core.Text;
using Interlock.Runtime.Session;
using Interlock.Runtime.Supervision;

namespace Interlock.Cli.Verbs.Run;

/// <summary>
/// A person at the keyboard in the policy's place: left and right choose a channel, up and down move it. Everything passes the guard, and is
/// recorded as a correction.
/// </summary>
internal sealed class KeyboardJog(RunSession session, TextWriter output)
{
    // Of the channel's span for a key press; ours.
    private const double StepShare = 0.01;
    private const double StepWithoutSpan = 0.01;

    private readonly double[] _target = new double[session.Channels.Count];
    private int _channel;
    private long _sequence;
    private bool _drives;

    /// <summary>True when the key was for driving.</summary>
    public bool Take(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.T:
                Begin();
                return true;
            case ConsoleKey.B when _drives:
                _drives = false;
                session.Post(OperatorCommand.HandBack);
                return true;
            case ConsoleKey.LeftArrow or ConsoleKey.RightArrow when _drives:
                Choose(key == ConsoleKey.RightArrow ? 1 : -1);
                return true;
            case ConsoleKey.UpArrow or ConsoleKey.DownArrow when _drives:
                Move(key == ConsoleKey.UpArrow ? 1 : -1);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Says again where the person wants to be: an action that grows old is a person who let go.</summary>
    public void Refresh()
    {
        _drives &= session.State != SupervisorState.Stopped;
        if (_drives)
        {
            session.Human.Submit(_target, _sequence++, session.NowNs);
        }
    }

    private void Begin()
    {
        if (!session.TryLastCommand(_target))
        {
            output.WriteLine("There is nothing to take over: the robot has had no command yet.");
            return;
        }

        _drives = true;
        Refresh();
        session.Post(OperatorCommand.TakeOver);
        output.WriteLine($"You drive {session.Channels[_channel].Name}: left and right choose the channel, up and down move it, b hands back.");
    }

    private void Choose(int direction)
    {
        _channel = (_channel + direction + _target.Length) % _target.Length;
        output.WriteLine($"You drive {session.Channels[_channel].Name}.");
    }

    private void Move(int direction)
    {
        ChannelContract channel = session.Channels[_channel];
        double step = channel.Max - channel.Min is { } span ? StepShare * span : StepWithoutSpan;
        double wanted = _target[_channel] + (direction * step);
        _target[_channel] = Math.Min(Math.Max(wanted, channel.Min ?? wanted), channel.Max ?? wanted);
        output.WriteLine($"{channel.Name} to {ShortNumber.Of(_target[_channel], channel.Unit.Symbol)}");
    }
}
