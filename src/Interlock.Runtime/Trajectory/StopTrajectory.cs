namespace Interlock.Runtime.Trajectory;

/// <summary>
/// The stop that is always at hand: every channel to rest as fast as its acceleration and jerk limits allow, from any state, like the
/// velocity interface of Ruckig. Channels stop each in its own time. Planning allocates nothing. A software stop of the command, no more.
/// </summary>
public sealed class StopTrajectory
{
    private readonly StopProfile[] _channels;

    /// <summary>Starts without a stop: a duration of 0 s.</summary>
    /// <param name="channelCount">D, 1 or more.</param>
    public StopTrajectory(int channelCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channelCount);
        _channels = new StopProfile[channelCount];
    }

    /// <summary>False when the last state was not finite: there is no stop then, and nothing may rely on one.</summary>
    public bool IsPlanned { get; private set; }

    /// <summary>Time until the last channel rests, s.</summary>
    public double DurationS { get; private set; }

    /// <summary>Plans the stop from a state.</summary>
    /// <param name="position">D values, channel units.</param>
    /// <param name="velocity">D values, channel units/s.</param>
    /// <param name="acceleration">D values, channel units/s².</param>
    /// <param name="limits">Of D channels.</param>
    /// <returns>False, and no stop, when a value is not finite or the stop would leave the range of numbers.</returns>
    public bool Plan(
        ReadOnlySpan<double> position, ReadOnlySpan<double> velocity, ReadOnlySpan<double> acceleration, StopLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ThrowIfWrongLength(position.Length);
        ThrowIfWrongLength(velocity.Length);
        ThrowIfWrongLength(acceleration.Length);
        ThrowIfWrongLength(limits.Count);
        double durationS = 0;
        bool isFinite = true;
        for (int i = 0; i < _channels.Length; i++)
        {
            _channels[i] = StopProfile.Plan(position[i], velocity[i], acceleration[i], limits.MaxAcceleration[i], limits.MaxJerk[i]);
            isFinite &= double.IsFinite(acceleration[i] + _channels[i].End + _channels[i].Turn);
            durationS = Math.Max(durationS, _channels[i].DurationS);
        }

        IsPlanned = isFinite && double.IsFinite(durationS);
        DurationS = IsPlanned ? durationS : 0;
        return IsPlanned;
    }

    /// <summary>Positions on the way; the end position from <see cref="DurationS"/> on.</summary>
    /// <param name="tS">Time since the planned state, s, 0 and up.</param>
    /// <param name="position">Receives D values.</param>
    public void At(double tS, Span<double> position)
    {
        ThrowIfNotPlanned();
        ThrowIfWrongLength(position.Length);
        for (int i = 0; i < _channels.Length; i++)
        {
            position[i] = _channels[i].At(tS).Position;
        }
    }

    /// <summary>The whole state on the way.</summary>
    /// <param name="tS">Time since the planned state, s, 0 and up.</param>
    /// <param name="position">Receives D values.</param>
    /// <param name="velocity">Receives D values, channel units/s.</param>
    /// <param name="acceleration">Receives D values, channel units/s².</param>
    public void At(double tS, Span<double> position, Span<double> velocity, Span<double> acceleration)
    {
        ThrowIfNotPlanned();
        ThrowIfWrongLength(position.Length);
        ThrowIfWrongLength(velocity.Length);
        ThrowIfWrongLength(acceleration.Length);
        for (int i = 0; i < _channels.Length; i++)
        {
            (position[i], velocity[i], acceleration[i]) = _channels[i].At(tS);
        }
    }

    /// <summary>Where a channel comes to rest.</summary>
    public double EndPosition(int channel) => Planned(channel).End;

    /// <summary>Lowest position of a channel on the way, its start included; closed form.</summary>
    public double LowestPosition(int channel) => Planned(channel).Lowest;

    /// <summary>Highest position of a channel on the way, its start included; closed form.</summary>
    public double HighestPosition(int channel) => Planned(channel).Highest;

    /// <summary>True when no channel leaves its bounds at any time on the way.</summary>
    /// <param name="min">D values, −∞ for none.</param>
    /// <param name="max">D values, +∞ for none.</param>
    public bool StaysInside(ReadOnlySpan<double> min, ReadOnlySpan<double> max)
    {
        ThrowIfWrongLength(min.Length);
        ThrowIfWrongLength(max.Length);
        bool isInside = IsPlanned;
        for (int i = 0; i < _channels.Length && isInside; i++)
        {
            isInside = _channels[i].Lowest >= min[i] && _channels[i].Highest <= max[i];
        }

        return isInside;
    }

    internal StopProfile Planned(int channel)
    {
        ThrowIfNotPlanned();
        return _channels[channel];
    }

    private void ThrowIfNotPlanned()
    {
        if (!IsPlanned)
        {
            throw new InvalidOperationException("There is no stop: the state was not finite, or none was planned.");
        }
    }

    private void ThrowIfWrongLength(int length) => ArgumentOutOfRangeException.ThrowIfNotEqual(length, _channels.Length);
}
