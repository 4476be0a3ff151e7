using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Writing.LeRobot;
using Interlock.Datasets.Writing.Tables;

namespace Interlock.Datasets.Writing;

/// <summary>Makes writers of episodes.</summary>
public static class EpisodeWriters
{
    /// <summary>Begins to write.</summary>
    /// <param name="format">What to write.</param>
    /// <param name="target">File or, for a LeRobot dataset, folder; must not exist.</param>
    /// <param name="description">Channels, rate and robot of every episode that follows; the rate is required.</param>
    /// <exception cref="DiagnosticException">DS240: the target exists; DS242: it cannot be written.</exception>
    public static IEpisodeWriter Create(EpisodeFileFormat format, string target, EpisodeSourceDescription description)
    {
        if (description.RateHz is not > 0)
        {
            throw new ArgumentException("A dataset needs a rate.", nameof(description));
        }

        return format switch
        {
            EpisodeFileFormat.Csv => new TableEpisodeWriter(target, description, CsvTable.Create),
            EpisodeFileFormat.Parquet => new TableEpisodeWriter(target, description, ParquetTable.Create),
            EpisodeFileFormat.Lerobot => new LeRobotEpisodeWriter(target, description),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
    }
}
