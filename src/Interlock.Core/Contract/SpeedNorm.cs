namespace Interlock.Core.Contract;

/// <summary>A limit on the Euclidean speed of several channels together.</summary>
/// <param name="Channels">Channel names; all of one unit.</param>
/// <param name="Max">Largest speed, in that unit per second.</param>
public sealed record SpeedNorm(IReadOnlyList<string> Channels, double Max)
{
    /// <inheritdoc />
    public bool Equals(SpeedNorm? other) =>
        other is not null && Max.Equals(other.Max) && Channels.SequenceEqual(other.Channels);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Channels.Count, Max);
}
