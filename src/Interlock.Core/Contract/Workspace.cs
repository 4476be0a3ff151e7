namespace Interlock.Core.Contract;

/// <summary>A box that three (or fewer) Cartesian channels must not leave.</summary>
/// <param name="Channels">Channel names.</param>
/// <param name="Min">Lowest corner, one number per channel, in channel units.</param>
/// <param name="Max">Highest corner, one number per channel, in channel units.</param>
public sealed record Workspace(IReadOnlyList<string> Channels, IReadOnlyList<double> Min, IReadOnlyList<double> Max)
{
    /// <inheritdoc />
    public bool Equals(Workspace? other) =>
        other is not null && Channels.SequenceEqual(other.Channels) && Min.SequenceEqual(other.Min) && Max.SequenceEqual(other.Max);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Channels.Count, Min.Count, Max.Count);
}
