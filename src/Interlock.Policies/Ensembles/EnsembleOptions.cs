namespace Interlock.Policies.Ensembles;

/// <summary>How an ensemble asks its members.</summary>
public sealed record EnsembleOptions
{
    /// <summary>Which chunk is executed.</summary>
    public EnsembleChoice Choice { get; init; }

    /// <summary>Whether all members are asked at once, each on a thread of the pool; else one after the other.</summary>
    public bool Concurrently { get; init; }

    /// <summary>
    /// Time for each member, above 0; null for none. A member that answers within its own call, as in-process networks do, cannot be
    /// interrupted unless <see cref="Concurrently"/> is on.
    /// </summary>
    public TimeSpan? MemberTimeout { get; init; }

    /// <summary>
    /// Size of one unit of difference per action channel, D values above 0, for <see cref="EnsembleChoice.Medoid"/>; null for 1.
    /// </summary>
    public IReadOnlyList<double>? ChannelSpans { get; init; }

    /// <summary>Clock of the time-outs.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
