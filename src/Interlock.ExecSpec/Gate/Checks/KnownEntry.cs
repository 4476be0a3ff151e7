using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>Which entry that the certificate knows an unnormaliser really is, by its numbers and not by its name.</summary>
internal static class KnownEntry
{
    /// <summary>The entry's name, with the scheme where it is not the certified one; null when it is none of them.</summary>
    public static string? NameOf(ExecutableSpec certified, Normaliser running) =>
        Candidates(certified).FirstOrDefault(candidate => IsSame(certified, candidate.Normaliser, running)).Name;

    /// <summary>The same for a map that was only observed from outside.</summary>
    public static string? NameOf(ExecutableSpec certified, AffineMap observed) =>
        Candidates(certified).FirstOrDefault(candidate => IsSame(certified, candidate.Normaliser, observed)).Name;

    private static IEnumerable<(string Name, Normaliser Normaliser)> Candidates(ExecutableSpec certified)
    {
        foreach (Normaliser entry in certified.Siblings.Prepend(certified.Unnormaliser))
        {
            yield return (entry.Key, entry);
            foreach (Normaliser reading in SchemeReadings.Of(entry).Where(reading => reading.Scheme != NormalisationScheme.Identity))
            {
                yield return ($"{entry.Key} as {Fact.Word<NormalisationScheme>(reading.Scheme)}", reading);
            }
        }
    }

    private static bool IsSame(ExecutableSpec certified, Normaliser candidate, Normaliser running) =>
        SpecDrift.Between(certified with { Unnormaliser = candidate }, running).Rounding != StorageRounding.Different;

    private static bool IsSame(ExecutableSpec certified, Normaliser candidate, AffineMap observed)
    {
        int channels = certified.Action.Channels.Count;
        MismatchTransform transform = MismatchTransform.Between(AffineMap.Inverse(candidate, channels), observed);
        return Enumerable.Range(0, channels)
            .Where(channel => certified.Action.Channels[channel].Name != certified.Gripper?.Channel)
            .All(channel => RoundingScale.Of(transform[0, channel].Worst) != StorageRounding.Different);
    }
}
