using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Drift;

/// <summary>Everything in the source of a specification that could be decoded with by mistake, largest mean-absolute drift first.</summary>
public sealed record DriftReport
{
    /// <summary>The other entries of the source.</summary>
    public required IReadOnlyList<SiblingDrift> Siblings { get; init; }

    /// <summary>The selected entry read by other schemes that its statistics allow, identity (an unnormaliser that does nothing) included.</summary>
    public required IReadOnlyList<SiblingDrift> WrongSchemes { get; init; }

    /// <summary>Ranks every sibling and every other reading of the selected entry.</summary>
    /// <param name="certified">The specification.</param>
    public static DriftReport Of(ExecutableSpec certified) => new()
    {
        Siblings = Ranked(certified, certified.Siblings),
        WrongSchemes = Ranked(certified, SchemeReadings.Of(certified.Unnormaliser)),
    };

    private static SiblingDrift[] Ranked(ExecutableSpec certified, IEnumerable<Normaliser> candidates) =>
    [
        .. candidates
            .Select(candidate => new SiblingDrift(candidate, SpecDrift.Between(certified, candidate)))
            .OrderByDescending(sibling => sibling.Drift.MeanAbsolute)
            .ThenBy(sibling => sibling.Loaded.Key, StringComparer.Ordinal)
            .ThenBy(sibling => sibling.Loaded.Scheme),
    ];
}
