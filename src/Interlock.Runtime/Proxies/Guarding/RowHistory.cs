using System.Runtime.InteropServices;

namespace Interlock.Runtime.Proxies.Guarding;

/// <summary>The last rows that were executed, absolute: as many as position, motion and its change need.</summary>
internal sealed class RowHistory(int width)
{
    public const int RowsOfMotion = 3;

    private readonly List<double> _rows = [];

    public bool IsEmpty => _rows.Count == 0;

    /// <summary>Row-major, oldest first.</summary>
    public ReadOnlySpan<double> All => CollectionsMarshal.AsSpan(_rows);

    /// <summary>The newest row; empty when there is none.</summary>
    public ReadOnlySpan<double> Last => _rows.Count == 0 ? default : All[^width..];

    /// <summary>Begins with a state, or with nothing.</summary>
    public void Begin(ReadOnlySpan<double> state)
    {
        _rows.Clear();
        _rows.AddRange(state);
    }

    public void Add(ReadOnlySpan<double> rows)
    {
        _rows.AddRange(rows[^Math.Min(rows.Length, RowsOfMotion * width)..]);
        _rows.RemoveRange(0, Math.Max(_rows.Count - (RowsOfMotion * width), 0));
    }
}
