using Interlock.Core.Units;

namespace Interlock.Core.Episodes;

/// <summary>What is known about a source of episodes before any of them is read.</summary>
public sealed record EpisodeSourceDescription
{
    /// <summary>Where it came from, as the user named it.</summary>
    public required string Location { get; init; }

    /// <summary>Format: <c>lerobot</c>, <c>npy</c>, <c>npz</c>, <c>csv</c>, <c>jsonl</c>, <c>tfrecord</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Version of the format, for example <c>v3.0</c>; null where the format has none.</summary>
    public string? Version { get; init; }

    /// <summary>Step rate, in hertz; null when unknown.</summary>
    public double? RateHz { get; init; }

    /// <summary>Names of the action channels in action order; invented as <c>action_0</c>… where the source has none.</summary>
    public required IReadOnlyList<string> ActionChannels { get; init; }

    /// <summary>Units of the action channels; <see cref="ChannelUnit.None"/> where unknown.</summary>
    public required IReadOnlyList<ChannelUnit> ActionUnits { get; init; }

    /// <summary>Names of the state channels; empty when there is no state.</summary>
    public IReadOnlyList<string> StateChannels { get; init; } = [];

    /// <summary>The robot as the source names it; null when it does not.</summary>
    public string? RobotType { get; init; }
}
