using System.Runtime.InteropServices;

namespace Interlock.Recording.Overview;

public sealed partial class RecordingOverview
{
    internal RecordingOverview()
    {
    }

    /// <summary>Two rows of <see cref="Buckets"/> floats for each signal that has numbers: lows, then highs.</summary>
    internal ReadOnlyMemory<byte> Rows { get; init; }

    /// <summary>Place of each signal's rows; -1 for a signal without numbers.</summary>
    internal IReadOnlyList<int> RowOf { get; init; } = [];

    internal float[] EmptyRow { get; init; } = [];

    private ReadOnlySpan<float> Row(int signal, int which) => RowOf[signal] < 0
        ? EmptyRow
        : MemoryMarshal.Cast<byte, float>(Rows.Span).Slice(((2 * RowOf[signal]) + which) * Buckets, Buckets);
}
