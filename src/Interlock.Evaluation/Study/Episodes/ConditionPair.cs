namespace Interlock.Evaluation.Study.Episodes;

/// <summary>The same policy run without and with the guard, episode by episode.</summary>
/// <param name="Name">Name in the report.</param>
/// <param name="Source">File that it came from.</param>
/// <param name="Without">Episodes without the guard.</param>
/// <param name="With">Episodes with the guard.</param>
internal sealed record ConditionPair(
    string Name, string Source, IReadOnlyList<ConditionEpisode> Without, IReadOnlyList<ConditionEpisode> With);
