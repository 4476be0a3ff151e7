using Interlock.Core.Units;

namespace Interlock.ExecSpec.Specification;

/// <summary>The proprioceptive state as the policy expects it.</summary>
public sealed record StateSpec
{
    /// <summary>Names in order.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Unit of each channel; empty when not stated.</summary>
    public IReadOnlyList<ChannelUnit> Units { get; init; } = [];

    /// <summary>How it is normalised; null when not stated.</summary>
    public Normaliser? Normaliser { get; init; }
}
