namespace Interlock.Guard.Reports;

/// <summary>What happened in an episode or a session, in constant space.</summary>
public sealed record GuardSummary
{
    /// <summary>Steps taken.</summary>
    public required long Steps { get; init; }

    /// <summary>Steps that passed unchanged.</summary>
    public required long Passed { get; init; }

    /// <summary>Steps whose command was changed.</summary>
    public required long Clipped { get; init; }

    /// <summary>Steps whose action was not used.</summary>
    public required long Held { get; init; }

    /// <summary>Steps in a stop.</summary>
    public required long Stopped { get; init; }

    /// <summary>Steps on which an alarm fired.</summary>
    public required long AlarmSteps { get; init; }

    /// <summary>First step with an alarm, from the start of the episode; null when none fired.</summary>
    public required long? FirstAlarmStep { get; init; }

    /// <summary>Largest change relative to a channel's span.</summary>
    public required double LargestClipFraction { get; init; }

    /// <summary>One entry per channel.</summary>
    public required IReadOnlyList<ChannelTally> Channels { get; init; }

    /// <summary>Episode value of each monitor, in the order of <see cref="ActionGuard.Monitors"/>; NaN where undefined.</summary>
    public required IReadOnlyList<double> Monitors { get; init; }
}
