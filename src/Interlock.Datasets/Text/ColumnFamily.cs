namespace Interlock.Datasets.Text;

/// <summary>Columns that share a prefix: <c>action.x</c>, <c>action_x</c>, <c>action[0]</c>, or exactly <c>action</c>.</summary>
/// <param name="Columns">0-based column numbers.</param>
/// <param name="Names">Channel names: <c>x</c> for <c>action.x</c> and <c>action_x</c>; <c>action_0</c> for numbered columns.</param>
internal sealed record ColumnFamily(int[] Columns, string[] Names)
{
    /// <summary>The columns of the first key that has any.</summary>
    public static ColumnFamily Find(IReadOnlyList<string> columns, IEnumerable<string> keys) =>
        keys.Select(key => Of(columns, key)).FirstOrDefault(family => family.Columns.Length > 0) ?? new ColumnFamily([], []);

    private static ColumnFamily Of(IReadOnlyList<string> columns, string key)
    {
        List<int> found = [];
        List<string> names = [];
        for (int column = 0; column < columns.Count; column++)
        {
            if (ChannelOf(columns[column], key) is { } name)
            {
                found.Add(column);
                names.Add(name);
            }
        }

        return new ColumnFamily([.. found], [.. names]);
    }

    private static string? ChannelOf(string column, string key)
    {
        if (column == key)
        {
            return key;
        }

        bool prefixed = column.StartsWith(key, StringComparison.Ordinal) && column.Length > key.Length + 1;
        if (!prefixed || column[key.Length] is not ('.' or '_' or '['))
        {
            return null;
        }

        string rest = column[(key.Length + 1)..].TrimEnd(']');
        return rest.All(char.IsAsciiDigit) ? $"{key}_{rest}" : rest;
    }
}
