using Interlock.Core.Episodes;
using Interlock.Datasets.Inspection.Checks;

namespace Interlock.Datasets.Inspection;

/// <summary>What is in a dataset and what is odd about it, from reading all of it once.</summary>
public sealed record DatasetInspection
{
    /// <summary>What the source said before it was read: format, version, rate in hertz, channels and units.</summary>
    public required EpisodeSourceDescription Description { get; init; }

    /// <summary>Episodes that were read.</summary>
    public required int Episodes { get; init; }

    /// <summary>Steps that were read.</summary>
    public required long Frames { get; init; }

    /// <summary>Distinct instructions in the order of their first episode, at most 1 000.</summary>
    public required IReadOnlyList<string> Tasks { get; init; }

    /// <summary>Episodes that reached their goal; null when that was never recorded.</summary>
    public required int? Successes { get; init; }

    /// <summary>What is odd, ordered by code. Empty when nothing is.</summary>
    public required IReadOnlyList<DatasetOddity> Oddities { get; init; }

    /// <summary>
    /// Reads every episode of <paramref name="source"/> once, in memory for one episode.
    /// Throws <see cref="Core.Diagnostics.DiagnosticException"/> where the data cannot be read.
    /// </summary>
    /// <param name="source">The dataset.</param>
    /// <param name="progress">Told the steps read so far after each episode; null for nobody.</param>
    /// <param name="cancellation">Ends the reading between two episodes.</param>
    public static DatasetInspection Run(IEpisodeSource source, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        EpisodeTally tally = new();
        IClaimingSource? claiming = source as IClaimingSource;
        IReadOnlyList<IEpisodeCheck> checks = [.. EpisodeChecks.For(source.Description), .. claiming?.ClaimChecks() ?? []];
        foreach (Episode episode in source.ReadEpisodes())
        {
            cancellation.ThrowIfCancellationRequested();
            tally.See(episode);
            progress?.Report(tally.Census.Frames);
            foreach (IEpisodeCheck check in checks)
            {
                check.See(episode);
            }
        }

        IEnumerable<DatasetOddity> claims = claiming?.CompareWithData(tally.Census) ?? [];
        return new DatasetInspection
        {
            Description = source.Description,
            Episodes = tally.Census.LengthOfEpisode.Count,
            Frames = tally.Census.Frames,
            Tasks = tally.Tasks,
            Successes = tally.Successes,
            Oddities = [.. checks.SelectMany(check => check.Findings()).Concat(claims).OrderBy(item => item.Code, StringComparer.Ordinal)],
        };
    }
}
