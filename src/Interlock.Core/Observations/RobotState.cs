namespace Interlock.Core.Observations;

/// <summary>What a robot reports about itself; filled again and again by the control thread, so that reading allocates nothing.</summary>
public sealed class RobotState
{
    /// <summary>Creates a state that nothing has been read into.</summary>
    /// <param name="channelCount">Channels, 1 or more.</param>
    public RobotState(int channelCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channelCount);
        Positions = new double[channelCount];
    }

    /// <summary>Measured values, one per channel, in channel units.</summary>
    public double[] Positions { get; }

    /// <summary>Contact force at the tool, N; null where the robot does not measure it.</summary>
    public double? ForceN { get; set; }

    /// <summary>Contact torque at the tool, N·m; null where the robot does not measure it.</summary>
    public double? TorqueNm { get; set; }

    /// <summary>When it was measured: monotonic time of the loop's clock, ns.</summary>
    public long TimestampNs { get; set; }

    /// <summary>Counts up with every new measurement; the same number twice is the same measurement.</summary>
    public long Sequence { get; set; }
}
