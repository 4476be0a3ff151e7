namespace Interlock.Evaluation.Study.Episodes;

/// <summary>All labelled episodes of one policy and what every monitor said about them.</summary>
/// <param name="Name">Name in the report.</param>
/// <param name="Source">File that it came from.</param>
/// <param name="Episodes">In file order, at least one.</param>
/// <param name="Monitors">Columns parallel to <paramref name="Episodes"/>.</param>
internal sealed record LabelledPolicy(
    string Name,
    string Source,
    IReadOnlyList<LabelledEpisode> Episodes,
    IReadOnlyList<MonitorColumn> Monitors)
{
    public bool[] Failed() => [.. Episodes.Select(episode => !episode.Succeeded)];

    public int[] Lengths() => [.. Episodes.Select(episode => episode.Steps)];
}
