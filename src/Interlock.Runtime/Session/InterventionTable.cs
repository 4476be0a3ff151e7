using System.Reflection;
using Interlock.Guard;
using Interlock.Guard.Interventions;

namespace Interlock.Runtime.Session;

/// <summary>
/// Counts interventions by code and channel in a table of fixed size, and keeps the newest of each. One thread writes, allocates nothing and
/// waits for nothing; others read, and look again when they met a write (a sequence lock for each cell).
/// </summary>
internal sealed class InterventionTable
{
    public const double Billion = 1e9;

    /// <summary>Every code of the guard; what is none of them counts under the last one, which is empty.</summary>
    public static readonly IReadOnlyList<string> Codes =
        [.. typeof(GuardCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Append("")];

    private static readonly string[] CodeArray = [.. Codes];

    private readonly Cell[] _cells;
    private readonly int _columns;

    /// <param name="channels">Of the contract; one more column is for the whole action.</param>
    public InterventionTable(int channels)
    {
        _columns = channels + 1;
        _cells = new Cell[Codes.Count * _columns];
    }

    /// <summary>For the writer.</summary>
    public void Count(in Intervention item)
    {
        int row = Array.IndexOf(CodeArray, item.Code);
        int column = Math.Clamp(item.Channel + 1, 0, _columns - 1);
        ref Cell cell = ref _cells[((row < 0 ? CodeArray.Length - 1 : row) * _columns) + column];
        Volatile.Write(ref cell.Sequence, cell.Sequence + 1);
        System.Threading.Interlocked.MemoryBarrier();
        cell.Count++;
        cell.Newest = item;
        System.Threading.Interlocked.MemoryBarrier();
        Volatile.Write(ref cell.Sequence, cell.Sequence + 1);
    }

    /// <summary>Cells that counted something.</summary>
    public IReadOnlyList<(int Cell, long Count, Intervention Newest)> Read()
    {
        List<(int, long, Intervention)> read = [];
        for (int i = 0; i < _cells.Length; i++)
        {
            if (Volatile.Read(ref _cells[i].Sequence) != 0)
            {
                (long count, Intervention newest) = Read(ref _cells[i]);
                read.Add((i, count, newest));
            }
        }

        return read;
    }

    /// <summary>Counts for each code over all channels, most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> ByCode() =>
    [
        .. Read().GroupBy(item => item.Newest.Code, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, group.Sum(item => item.Count)))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal),
    ];

    private static (long Count, Intervention Newest) Read(ref Cell cell)
    {
        while (true)
        {
            long before = Volatile.Read(ref cell.Sequence);
            System.Threading.Interlocked.MemoryBarrier();
            (long Count, Intervention Newest) copy = (cell.Count, cell.Newest);
            System.Threading.Interlocked.MemoryBarrier();
            if (before % 2 == 0 && Volatile.Read(ref cell.Sequence) == before)
            {
                return copy;
            }
        }
    }

    private struct Cell
    {
        public long Sequence;
        public long Count;
        public Intervention Newest;
    }
}
