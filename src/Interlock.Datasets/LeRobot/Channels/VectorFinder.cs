using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Datasets.LeRobot.Metadata;
using Interlock.Datasets.Opening;
using Interlock.Datasets.Parquet;
using Interlock.Datasets.Parquet.Columns;

namespace Interlock.Datasets.LeRobot.Channels;

/// <summary>Finds the columns that hold actions and states, and asks the data how wide they are.</summary>
internal sealed class VectorFinder(string folder, LeRobotInfo info, ParquetFile sample)
{
    private static readonly string[] ActionColumns = ["action", "actions"];
    private static readonly string[] StateColumns = ["observation.state", "state"];

    /// <param name="chosen">The column; null for the customary one.</param>
    public Vector Action(string? chosen) => Find(chosen, ActionColumns, "action") ?? throw NoActions();

    /// <param name="chosen">The column; null for the customary one, which may be absent.</param>
    public Vector? State(string? chosen) => Find(chosen, StateColumns, "state");

    private Vector? Find(string? chosen, string[] customary, string modality)
    {
        string[] candidates = chosen is null ? customary : [chosen];
        ParquetColumn? column = candidates.Select(sample.Find).FirstOrDefault(found => found is { IsNumber: true });
        if (column is null)
        {
            return chosen is null ? null : throw ChosenMissing(chosen);
        }

        Feature? feature = info.Features.GetValueOrDefault(column.Name);
        int width = WidthOf(column, feature);
        IReadOnlyList<string>? slices = ModalityReader.Names(folder, modality, column.Name, width);
        return new Vector(column.Name, ChannelNaming.Choose(feature?.Names ?? FeatureNames.None, slices, width, modality));
    }

    private int WidthOf(ParquetColumn column, Feature? feature)
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

    private DiagnosticException ChosenMissing(string chosen)
    {
        string[] names = [.. NamesOf(sample.Columns.Where(column => column.IsNumber))];
        string hint = NearestName.Of(chosen, names) is { } near ? $"did you mean '{near}'?" : $"it has: {string.Join(", ", names.Take(20))}";
        return new DiagnosticException(
            FileCode.ChosenKeyMissing, $"There is no column of numbers '{chosen}'", SourcePlace.OfFile(sample.Name), hint);
    }

    private static IEnumerable<string> NamesOf(IEnumerable<ParquetColumn> columns) => columns.Select(column => column.Name).Distinct();

    private DiagnosticException NoActions()
    {
        string[] names = [.. NamesOf(sample.Columns)];
        string? nearest = NearestName.Of(ActionColumns[0], names);
        string hint = nearest is null ? $"it has: {string.Join(", ", names.Take(20))}" : $"did you mean '{nearest}'? Rename it to 'action'";
        return new DiagnosticException(
            LeRobotCodes.NoActions,
            "there is no numeric column 'action' or 'actions'",
            SourcePlace.OfFile(sample.Name),
            hint);
    }
}
