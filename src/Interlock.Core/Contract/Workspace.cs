namespace Interlock.Core.Contract;

/// <summary>A box that three (or fewer) Cartesian channels must not leave.</summary>
/// <param name="Channels">Channel names.</param>
/// <param name="Min">Lowest corner, one number per channel, in channel units.</param>
/// <param name="Max">Highest corner, one number per channel, in channel units.</param>
public sealed record Workspace(IReadOnlyList<string> Channels, IReadOnlyList<double> Min, IReadOnlyList<double> Max);
