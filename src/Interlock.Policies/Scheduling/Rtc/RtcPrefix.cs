namespace Interlock.Policies.Scheduling.Rtc;

/// <summary>
/// Keeps a policy's last answer in the policy's own numbers and cuts from it the rows under way, for policies that take a prefix. Belongs to
/// the thread that asks the policy.
/// </summary>
public sealed class RtcPrefix
{
    private readonly double[] _rows;
    private readonly int _dimension;
    private long _observedAtStep;
    private int _rowCount;

    /// <summary>Starts without an answer.</summary>
    /// <param name="dimension">Values per action, D, 1 or more.</param>
    /// <param name="maxRows">Most rows of an answer, 1 or more.</param>
    public RtcPrefix(int dimension, int maxRows)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxRows);
        _dimension = dimension;
        _rows = new double[checked(dimension * maxRows)];
    }

    /// <summary>Forgets the answer: at the start of an episode, or when its rows are not executed.</summary>
    public void Forget() => _rowCount = 0;

    /// <summary>Remembers an answer that was accepted.</summary>
    /// <param name="rows">As the policy wrote them, before decoding; row-major.</param>
    /// <param name="rowCount">0 to the most rows.</param>
    /// <param name="observedAtStep">Policy step for which row 0 is meant.</param>
    public void Remember(ReadOnlySpan<double> rows, int rowCount, long observedAtStep)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)rowCount * _dimension, _rows.Length, nameof(rowCount));
        rows[..(rowCount * _dimension)].CopyTo(_rows);
        _rowCount = rowCount;
        _observedAtStep = observedAtStep;
    }

    /// <summary>The rows under way from a step on; none where the answer has no row for that step.</summary>
    /// <param name="step">Step of the next observation.</param>
    /// <param name="executionHorizon">Most rows that may bind the next chunk, 0 and up (LeRobot: 10).</param>
    public RtcLeftover From(long step, int executionHorizon)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(executionHorizon);
        long passed = step - _observedAtStep;
        if (passed < 0 || passed >= _rowCount)
        {
            return default;
        }

        int left = _rowCount - (int)passed;
        ReadOnlyMemory<double> rows = _rows.AsMemory((int)passed * _dimension, left * _dimension);
        return new RtcLeftover(rows, left, Math.Min(executionHorizon, left));
    }

    /// <summary>
    /// Fills a prefix of fixed length for servers that want one. Beyond the rows under way it repeats the last of them: zeros would be the
    /// mean pose of a normalised policy, and pull the arm there.
    /// </summary>
    /// <param name="leftover">One row or more.</param>
    /// <param name="padded">Receives T×D values.</param>
    public void Pad(RtcLeftover leftover, Span<double> padded)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(leftover.RowCount);
        ReadOnlySpan<double> rows = leftover.Rows.Span;
        for (int start = 0; start + _dimension <= padded.Length; start += _dimension)
        {
            int row = Math.Min(start, rows.Length - _dimension);
            rows.Slice(row, _dimension).CopyTo(padded[start..]);
        }
    }
}
