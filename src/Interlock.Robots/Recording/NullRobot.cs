using Interlock.Core.Contract;
using Interlock.Core.Observations;

namespace Interlock.Robots.Recording;

/// <summary>Takes every command, moves nothing and reports the last command as its state: for shadow mode and benches.</summary>
public sealed class NullRobot : IRobot
{
    private readonly double[] _last;
    private long _lastReadNs = long.MinValue;
    private long _sequence;

    /// <summary>A robot of this description that rests at zero.</summary>
    /// <param name="description">Channels; it measures neither force nor torque, whatever the description says.</param>
    /// <param name="start">What it reports before the first command, one finite value per channel; null for zeros.</param>
    public NullRobot(RobotDescription description, IReadOnlyList<double>? start = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(description.Channels.Count, nameof(description));
        Description = description with { IsSimulated = true, MeasuresForce = false, MeasuresTorque = false };
        _last = start is null ? new double[description.Channels.Count] : [.. start];
        ArgumentOutOfRangeException.ThrowIfNotEqual(_last.Length, description.Channels.Count, nameof(start));
    }

    /// <inheritdoc />
    public RobotDescription Description { get; }

    /// <inheritdoc />
    public ReadOnlySpan<double> Accepted => _last;

    /// <summary>True after <see cref="RequestStop"/>; commands are still taken.</summary>
    public bool StopWasRequested { get; private set; }

    /// <summary>The robot that a contract is about, resting at zero where the bounds allow it, else in the middle of them.</summary>
    public static NullRobot For(SafetyContract contract) => new(
        new RobotDescription
        {
            Name = "null",
            Channels = [.. contract.Channels.Select(channel => new RobotChannel(channel.Name, channel.Unit))],
            IsSimulated = true,
        },
        [.. contract.Channels.Select(RestingPlace.Of)]);

    /// <inheritdoc />
    public void Connect() => StopWasRequested = false;

    /// <inheritdoc />
    public bool TryRead(RobotState state, long nowNs)
    {
        _sequence += nowNs > _lastReadNs ? 1 : 0;
        _lastReadNs = Math.Max(_lastReadNs, nowNs);
        _last.CopyTo(state.Positions, 0);
        state.ForceN = null;
        state.TorqueNm = null;
        state.TimestampNs = _lastReadNs;
        state.Sequence = _sequence;
        return true;
    }

    /// <inheritdoc />
    public bool TrySend(ReadOnlySpan<double> command, long nowNs)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(command.Length, _last.Length);
        command.CopyTo(_last);
        return true;
    }

    /// <inheritdoc />
    public void RequestStop() => StopWasRequested = true;

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
