using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.Inspection.Checks;
using Interlock.Datasets.LeRobot.Channels;
using Interlock.Datasets.LeRobot.Claims;
using Interlock.Datasets.Opening;
using Interlock.Datasets.Parquet;

namespace Interlock.Datasets.LeRobot.Reading;

/// <summary>Streams the episodes of a dataset, file after file.</summary>
internal sealed class LeRobotEpisodeSource : ITimedSource, IClaimingSource
{
    private const string EpisodeColumn = "episode_index";

    private readonly LeRobotFolder _folder;

    public LeRobotEpisodeSource(LeRobotFolder folder)
    {
        _folder = folder;
        SoArmEvidence evidence = SoArmEvidence.Find(folder.Path, folder.Info.RobotType, folder.Action, folder.State);
        Description = new EpisodeSourceDescription
        {
            Location = folder.Path,
            Format = "lerobot",
            Version = LeRobotVersionName.Of(folder.Version),
            RateHz = folder.RateHz,
            ActionChannels = folder.Action.Names,
            ActionUnits = ChannelUnits.Of(folder.Action.Names, evidence),
            StateChannels = folder.State?.Names ?? [],
            RobotType = folder.Info.RobotType,
        };
    }

    public EpisodeSourceDescription Description { get; }

    public IEnumerable<Episode> ReadEpisodes()
    {
        HashSet<int> seen = [];
        EpisodePart? unfinished = null;
        foreach (EpisodePart part in _folder.DataFiles.SelectMany(PartsOf))
        {
            EpisodePart current = part;
            if (unfinished is { } head)
            {
                if (head.Rows.Index == part.Rows.Index)
                {
                    current = part with { Rows = EpisodeParts.Join(head.Rows, part.Rows) };
                }
                else
                {
                    yield return Finish(head, seen);
                }
            }

            unfinished = current.MayGoOn ? current : null;
            if (!current.MayGoOn)
            {
                yield return Finish(current, seen);
            }
        }

        if (unfinished is { } last)
        {
            yield return Finish(last, seen);
        }
    }

    /// <summary>Reads the first episode whole: unlike lines of text, columns cannot be read a few rows at a time.</summary>
    public IReadOnlyList<double> FirstTimestampsS(int most) =>
        [.. (ReadEpisodes().FirstOrDefault()?.TimestampsS ?? []).Take(most)];

    public IReadOnlyList<IEpisodeCheck> ClaimChecks() => StatisticsChecks.For(_folder);

    public IEnumerable<DatasetOddity> CompareWithData(DatasetCensus census) => ClaimCheck.Run(_folder, census);

    private static Episode Finish(EpisodePart part, HashSet<int> seen) => seen.Add(part.Rows.Index)
        ? part.Rows
        : throw new DiagnosticException(
            LeRobotCodes.EpisodeScattered,
            $"the rows of episode {part.Rows.Index} are not together",
            SourcePlace.OfFile(part.File.Path),
            "sort the rows by episode_index and write the dataset again");

    private IEnumerable<EpisodePart> PartsOf(DataFile dataFile)
    {
        using DataFileReader reader = new(_folder, dataFile);
        foreach (EpisodeRun run in RunsOf(reader.File, dataFile))
        {
            yield return new EpisodePart(reader.Read(run), run.EndsFile && _folder.Version == LeRobotVersion.V30, dataFile);
        }

        reader.ExpectEnd();
    }

    private IEnumerable<EpisodeRun> RunsOf(ParquetFile file, DataFile dataFile)
    {
        ParquetColumn? column = file.Find(EpisodeColumn);
        if (_folder.Version == LeRobotVersion.V30)
        {
            return EpisodeRunReader.Read(file, column ?? throw NoEpisodeIndex(file));
        }

        return [OnlyRunOf(file, column, dataFile)];
    }

    /// <summary>The whole file as the episode that its name gives; the column only has to agree that it is a single one.</summary>
    private static EpisodeRun OnlyRunOf(ParquetFile file, ParquetColumn? column, DataFile dataFile)
    {
        if (column is not null && EpisodeRunReader.Read(file, column).FirstOrDefault() is { RowCount: > 0, EndsFile: false } first)
        {
            throw new DiagnosticException(
                LeRobotCodes.SeveralEpisodesInFile,
                $"episode_index changes after {first.RowCount} rows of a file that should hold one episode",
                SourcePlace.OfFile(file.Name));
        }

        return new EpisodeRun(dataFile.Number, file.RowCount, EndsFile: true);
    }

    private static DiagnosticException NoEpisodeIndex(ParquetFile file) =>
        new(
            LeRobotCodes.NoEpisodeIndex,
            $"there is no column '{EpisodeColumn}', so the rows cannot be told apart by episode",
            SourcePlace.OfFile(file.Name));
}
