using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>Which column of a csv file is what. Column numbers are 0-based; null where there is no such column.</summary>
internal sealed record CsvLayout
{
    public required IReadOnlyList<string> Columns { get; init; }

    public required int[] Actions { get; init; }

    public required IReadOnlyList<string> ActionNames { get; init; }

    public int[] States { get; init; } = [];

    public IReadOnlyList<string> StateNames { get; init; } = [];

    public int? Episode { get; init; }

    public int? Step { get; init; }

    public int? Timestamp { get; init; }

    public int? Task { get; init; }

    public int? Success { get; init; }

    public bool HasHeader { get; init; }

    /// <summary>Every column is an action.</summary>
    public static CsvLayout WithoutHeader(int columns, SourcePlace place)
    {
        ChannelNames.RequireCount(columns, place);
        string[] names = ChannelNames.Invent("action", columns);
        return new CsvLayout { Columns = names, Actions = [.. Enumerable.Range(0, columns)], ActionNames = names };
    }

    public void Validate(SourcePlace place)
    {
        ChannelNames.RequireCount(Actions.Length, place);
        ChannelNames.RequireCount(Math.Max(1, States.Length), place);
        ChannelNames.RequireUnique(ActionNames, place);
        ChannelNames.RequireUnique(StateNames, place);
    }
}
