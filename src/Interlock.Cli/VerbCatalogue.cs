using Interlock.Datasets.Opening;

namespace Interlock.Cli;

/// <summary>Every verb, in the order in which help lists them.</summary>
internal static class VerbCatalogue
{
    public static IReadOnlyList<IVerb> All { get; } =
    [
        new Verbs.ContractVerb((path, cancellation) => EpisodeSources.Open(path, cancellation: cancellation)),
        new Verbs.InfoVerb(),
        new Verbs.DoctorVerb(),
        new Verbs.CompletionVerb(),
    ];
}
