namespace Interlock.Policies.Scheduling;

/// <summary>Writes a new chunk into the plan and measures the seam.</summary>
internal sealed class ChunkSplicer
{
    private readonly ChunkPlan _plan;
    private readonly RowBlender _blender;
    private readonly double[] _wrapPeriods;
    private readonly double[] _seam;
    private readonly double[] _row;

    public ChunkSplicer(ChunkPlan plan, RowBlender blender, ReadOnlySpan<double> wrapPeriods)
    {
        if (!wrapPeriods.IsEmpty)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(wrapPeriods.Length, plan.Dimension);
        }

        _plan = plan;
        _blender = blender;
        _wrapPeriods = wrapPeriods.ToArray();
        _seam = new double[plan.Dimension];
        _row = new double[plan.Dimension];
        ForgetSeam();
    }

    public ReadOnlySpan<double> Seam => _seam;

    public void ForgetSeam() => Array.Fill(_seam, double.NaN);

    /// <summary>Splices in rows of which the first is meant for <paramref name="nextStep"/>.</summary>
    /// <param name="lastAction">The action given last; empty when there is none.</param>
    public ChunkSplice Splice(ReadOnlySpan<double> rows, long nextStep, ReadOnlySpan<double> lastAction)
    {
        int count = rows.Length / _plan.Dimension;
        int ahead = (int)Math.Max(0, _plan.End - nextStep);
        int overlap = Math.Min(count, ahead);
        int tail = ahead - overlap;
        long end = nextStep + count + (_blender.KeepsOlderTail ? tail : 0);
        ReadOnlySpan<double> before = overlap > 0 ? _plan.Row(nextStep) : lastAction;
        _plan.EndAt(end, nextStep);
        for (int i = 0; i < count; i++)
        {
            rows.Slice(i * _plan.Dimension, _plan.Dimension).CopyTo(_row);
            Unwrap(i < overlap ? _plan.Row(nextStep + i) : i > 0 ? _plan.Row(nextStep + i - 1) : lastAction);
            if (i == 0)
            {
                MeasureSeam(before);
            }

            Write(nextStep + i, i, overlap);
        }

        (double seamMax, int seamChannel) = LargestSeam();
        return new ChunkSplice(SpliceOutcome.Accepted, 0, overlap, _blender.KeepsOlderTail ? 0 : tail, seamMax, seamChannel);
    }

    private void Write(long step, int index, int overlap)
    {
        Span<double> old = _plan.Row(step);
        ref int predictions = ref _plan.Predictions(step);
        if (index < overlap)
        {
            RowBlender.Blend(old, _row, _blender.NewShare(index, overlap, predictions));
            predictions++;
        }
        else
        {
            _row.CopyTo(old);
            predictions = 1;
        }
    }

    private void Unwrap(ReadOnlySpan<double> neighbour)
    {
        for (int i = 0; i < _wrapPeriods.Length && !neighbour.IsEmpty; i++)
        {
            double way = Math.IEEERemainder(_row[i] - neighbour[i], _wrapPeriods[i]);
            _row[i] = double.IsFinite(way) ? neighbour[i] + way : _row[i];
        }
    }

    private void MeasureSeam(ReadOnlySpan<double> before)
    {
        for (int i = 0; i < _seam.Length; i++)
        {
            double jump = before.IsEmpty ? double.NaN : _row[i] - before[i];
            _seam[i] = double.IsFinite(jump) ? jump : double.NaN;
        }
    }

    private (double Largest, int Channel) LargestSeam()
    {
        double largest = double.NaN;
        int channel = -1;
        for (int i = 0; i < _seam.Length; i++)
        {
            double size = Math.Abs(_seam[i]);
            if (size > largest || (channel < 0 && !double.IsNaN(size)))
            {
                (largest, channel) = (size, i);
            }
        }

        return (largest, channel);
    }
}
