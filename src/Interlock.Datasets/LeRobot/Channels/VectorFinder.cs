using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Datasets.LeRobot.Metadata;
using Interlock.Datasets.Parquet;
using Interlock.Datasets.Parquet.Columns;

namespace Interlock.Datasets.LeRobot.Channels;

/// <summary>Finds the columns that hold actions and states, and asks the data how wide they are.</summary>
internal static class VectorFinder
{
    private static readonly string[] ActionColumns = ["action", "actions"];
    private static readonly string[] StateColumns = ["observation.state", "state"];

    public static Vector Action(string folder, LeRobotInfo info, ParquetFile sample) =>
        Find(folder, info, sample, ActionColumns, "action") ?? throw NoActions(sample);

    public static Vector? State(string folder, LeRobotInfo info, ParquetFile sample) =>
        Find(folder, info, sample, StateColumns, "state");

    private static Vector? Find(string folder, LeRobotInfo info, ParquetFile sample, string[] candidates, string modality)
    {
        ParquetColumn? column = candidates.Select(sample.Find).FirstOrDefault(found => found is { IsText: false });
        if (column is null)
        {
            return null;
        }

        Feature? feature = info.Features.GetValueOrDefault(column.Name);
        int width = WidthOf(sample, column, feature);
        IReadOnlyList<string>? slices = ModalityReader.Names(folder, modality, column.Name, width);
        return new Vector(column.Name, ChannelNaming.Choose(feature?.Names ?? FeatureNames.None, slices, width, modality));
    }

    private static int WidthOf(ParquetFile sample, ParquetColumn column, Feature? feature)
    {
        if (column.MaxRepetition == 0)
        {
            return 1;
        }

        using ColumnReader<double> reader = sample.Numbers(column);
        int width = reader.FirstRowWidth();
        if (sample.RowCount > 0 && width is <= 0 or > ParquetLimits.RowWidth)
        {
            throw new DiagnosticException(
                LeRobotCodes.NoActions,
                $"the first row of '{column.Name}' has {width} elements",
                new SourcePlace(sample.Name, Key: $"column '{column.Name}'"));
        }

        return width > 0 ? width : (int)Math.Min(feature?.Size ?? 0, ParquetLimits.RowWidth);
    }

    private static DiagnosticException NoActions(ParquetFile sample)
    {
        string[] names = [.. sample.Columns.Select(column => column.Name).Distinct()];
        string? nearest = NearestName.Of(ActionColumns[0], names);
        string hint = nearest is null ? $"it has: {string.Join(", ", names.Take(20))}" : $"did you mean '{nearest}'? Rename it to 'action'";
        return new DiagnosticException(
            LeRobotCodes.NoActions,
            "there is no numeric column 'action' or 'actions'",
            SourcePlace.OfFile(sample.Name),
            hint);
    }
}
