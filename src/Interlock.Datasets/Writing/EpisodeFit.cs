using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;

namespace Interlock.Datasets.Writing;

/// <summary>Every episode of a dataset has the channels that the dataset says.</summary>
internal static class EpisodeFit
{
    /// <exception cref="DiagnosticException">DS241: it does not fit.</exception>
    public static void Require(WrittenEpisode written, EpisodeSourceDescription description)
    {
        Episode episode = written.Episode;
        int states = description.StateChannels.Count;
        string? problem =
            episode.Length < 1 ? "it has no frame"
            : episode.ActionDimension != description.ActionChannels.Count ? $"it has {episode.ActionDimension} action channels, the dataset has {description.ActionChannels.Count}"
            : (episode.States is null ? 0 : episode.StateDimension) != states ? $"it has {episode.StateDimension} state channels, the dataset has {states}"
            : written.Interventions is { } flags && flags.Count != episode.Length ? $"it has {episode.Length} frames and {flags.Count} marks"
            : null;
        if (problem is not null)
        {
            throw new DiagnosticException("DS241", $"an episode does not fit the dataset: {problem}", hint: "export recordings of the same channels together");
        }
    }
}
