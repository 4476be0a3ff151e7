namespace Interlock.Policies.Scheduling;

/// <summary>The rows of the plan by policy step, in a ring: those ahead, and the few executed ones that interpolation needs.</summary>
internal sealed class ChunkPlan
{
    /// <summary>The row executed last and, for the slope of a cubic, the one before.</summary>
    private const int RowsBehind = 2;

    private readonly int _capacity;
    private readonly double[] _rows;
    private readonly int[] _predictions;

    public ChunkPlan(int dimension, int maxRows)
    {
        Dimension = dimension;
        _capacity = checked(maxRows + RowsBehind);
        _rows = new double[checked(_capacity * dimension)];
        _predictions = new int[_capacity];
    }

    public int Dimension { get; }

    /// <summary>Lowest step that has a row.</summary>
    public long First { get; private set; }

    /// <summary>One past the highest step that has a row.</summary>
    public long End { get; private set; }

    public bool Has(long step) => step >= First && step < End;

    public Span<double> Row(long step) => _rows.AsSpan(Slot(step) * Dimension, Dimension);

    /// <summary>How many chunks have predicted this step.</summary>
    public ref int Predictions(long step) => ref _predictions[Slot(step)];

    public void Clear(long nextStep)
    {
        First = nextStep;
        End = nextStep;
    }

    /// <summary>Makes the plan end at <paramref name="end"/>; the caller fills rows that are new.</summary>
    /// <param name="end">At most maxRows beyond <paramref name="nextStep"/>.</param>
    /// <param name="nextStep">The first step that has not been executed.</param>
    public void EndAt(long end, long nextStep)
    {
        End = end;
        First = Math.Max(First, nextStep - RowsBehind);
    }

    private int Slot(long step) => (int)(step % _capacity);
}
