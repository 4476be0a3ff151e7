using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>Finds the roles of named columns.</summary>
internal static class CsvHeader
{
    private static readonly string[] EpisodeNames = ["episode", "episode_index", "episode_id"];
    private static readonly string[] StepNames = ["step", "frame_index", "frame_id", "frame"];
    private static readonly string[] TimeNames = ["timestamp", "timestamp_s", "time", "time_s", "t"];
    private static readonly string[] TaskNames = ["task", "instruction", "language_instruction"];
    private static readonly string[] SuccessNames = ["success", "next.success"];

    /// <summary>Columns of recorders that are neither motion nor needed here.</summary>
    private static readonly string[] Ignored =
    [
        "index", "task_index", "reward", "next.reward", "done", "next.done", "next.truncated",
        "is_first", "is_last", "is_terminal", "discount", "verdict",
    ];

    public static CsvLayout Parse(IReadOnlyList<string> columns, EpisodeSourceOptions options, SourcePlace place)
    {
        ColumnFamily states = ColumnFamily.Find(columns, options.StateKey is { } key ? [key] : ["state", "observation.state"]);
        RequireChosen(states, options.StateKey, columns, place);
        CsvLayout layout = new()
        {
            Columns = columns,
            Actions = [],
            ActionNames = [],
            States = states.Columns,
            StateNames = states.Names,
            Episode = First(columns, EpisodeNames),
            Step = First(columns, StepNames),
            Timestamp = First(columns, TimeNames),
            Task = First(columns, TaskNames),
            Success = First(columns, SuccessNames),
            HasHeader = true,
        };
        ColumnFamily actions = Actions(layout, options, place);
        CsvLayout whole = layout with { Actions = actions.Columns, ActionNames = actions.Names };
        whole.Validate(place);
        return whole;
    }

    private static ColumnFamily Actions(CsvLayout layout, EpisodeSourceOptions options, SourcePlace place)
    {
        if (options.ActionColumns is { } chosen)
        {
            return new ColumnFamily([.. chosen.Select(name => Exact(layout.Columns, name, place))], [.. chosen]);
        }

        ColumnFamily family = ColumnFamily.Find(layout.Columns, options.ActionKey is { } key ? [key] : ["action", "actions"]);
        RequireChosen(family, options.ActionKey, layout.Columns, place);
        ColumnFamily actions = family.Columns.Length > 0 ? family : BareNames(layout);
        return actions.Columns.Length > 0
            ? actions
            : throw new DiagnosticException(
                FileCode.NoActionColumns,
                "No column is an action",
                place,
                "name them action.<channel> or action_0, action_1, …, or choose the columns");
    }

    /// <summary>Without a single action column by prefix, every column without another role is one.</summary>
    private static ColumnFamily BareNames(CsvLayout layout)
    {
        int?[] taken = [layout.Episode, layout.Step, layout.Timestamp, layout.Task, layout.Success];
        int[] free = [.. Enumerable.Range(0, layout.Columns.Count)
            .Except(layout.States)
            .Where(column => !taken.Contains(column) && !Ignored.Contains(layout.Columns[column], StringComparer.OrdinalIgnoreCase))];
        return new ColumnFamily(free, [.. free.Select(column => layout.Columns[column])]);
    }

    private static int? First(IReadOnlyList<string> columns, string[] names)
    {
        foreach (string name in names)
        {
            for (int column = 0; column < columns.Count; column++)
            {
                if (columns[column].Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return column;
                }
            }
        }

        return null;
    }

    private static int Exact(IReadOnlyList<string> columns, string name, SourcePlace place) =>
        First(columns, [name]) ?? throw Missing(name, columns, place);

    private static void RequireChosen(ColumnFamily family, string? key, IReadOnlyList<string> columns, SourcePlace place)
    {
        if (key is not null && family.Columns.Length == 0)
        {
            throw Missing(key, columns, place);
        }
    }

    private static DiagnosticException Missing(string name, IReadOnlyList<string> columns, SourcePlace place) => new(
        FileCode.ChosenKeyMissing,
        $"There is no column '{name}' and none that starts with it",
        place,
        NearestName.Of(name, columns) is { } near ? $"did you mean '{near}'?" : $"the columns are {string.Join(", ", columns.Take(12))}");
}
