namespace Interlock.Guard.Wrappers;

/// <summary>Puts a guard in front of a robot's send function. Nothing is sent when nothing may be.</summary>
public sealed class GuardedRobot
{
    private readonly SendCommand _send;
    private readonly ReadState? _readState;
    private readonly double[] _safe;
    private readonly double[] _measured;
    private bool _started;

    /// <summary>Wraps a robot.</summary>
    /// <param name="send">Sends one command, in the contract's channel order and units.</param>
    /// <param name="guard">The guard; one per robot.</param>
    /// <param name="readState">Reads the measured positions; null when the robot cannot tell. Read once at the start of an episode.</param>
    public GuardedRobot(SendCommand send, ActionGuard guard, ReadState? readState = null)
    {
        _send = send;
        _readState = readState;
        Guard = guard;
        _safe = new double[guard.ChannelCount];
        _measured = new double[guard.ChannelCount];
    }

    /// <summary>Sends one command to the robot.</summary>
    /// <param name="command">One value per channel.</param>
    public delegate void SendCommand(ReadOnlySpan<double> command);

    /// <summary>Reads the measured positions; false when they are not known.</summary>
    /// <param name="measured">Receives one value per channel.</param>
    public delegate bool ReadState(Span<double> measured);

    /// <summary>The guard, for interventions and summaries.</summary>
    public ActionGuard Guard { get; }

    /// <summary>Starts an episode: the first command will be limited from where the robot is.</summary>
    public void BeginEpisode()
    {
        bool known = _readState?.Invoke(_measured) ?? false;
        Guard.BeginEpisode(known ? _measured : default);
        _started = true;
    }

    /// <summary>Guards an action and sends what remains of it.</summary>
    public StepResult Send(ReadOnlySpan<double> action) => Send(action, default);

    /// <inheritdoc cref="Send(ReadOnlySpan{double})" />
    /// <param name="action">The policy's action.</param>
    /// <param name="input">What else is known at this step.</param>
    public StepResult Send(ReadOnlySpan<double> action, in StepInput input)
    {
        if (!_started)
        {
            BeginEpisode();
        }

        StepResult result = Guard.Step(action, input, _safe);
        if (result.HasCommand)
        {
            _send(_safe);
        }

        return result;
    }
}
