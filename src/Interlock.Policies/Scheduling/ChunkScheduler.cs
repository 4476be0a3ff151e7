namespace Interlock.Policies.Scheduling;

/// <summary>
/// Turns chunks that arrive late and overlap into one motion at the controller's rate. Policy steps count what was executed: a chunk is
/// spliced in at the step the robot has reached, never at a step that a clock predicts. One thread; allocates nothing after construction.
/// </summary>
public sealed class ChunkScheduler
{
    private readonly ChunkScheduleOptions _options;
    private readonly ChunkPlan _plan;
    private readonly PlanPath _path;
    private readonly ChunkSplicer _splicer;
    private readonly double[] _lastAction;
    private readonly int _dimension;
    private readonly int _maxRows;
    private bool _isUnderWay;
    private bool _hasCommanded;
    private long _observedAtStep;
    private int _longestChunk;

    /// <summary>Starts without a plan at step 0.</summary>
    /// <param name="options">When to ask and how to join.</param>
    /// <param name="dimension">Values per action, D, 1 or more.</param>
    /// <param name="maxRows">Most rows of a chunk, 1 or more.</param>
    /// <param name="wrapPeriods">Full turn of each continuous channel, channel units, NaN for the others; empty when there is none.</param>
    /// <exception cref="ArgumentException">Options that cannot work; see <see cref="ScheduleOptionsCheck"/>.</exception>
    public ChunkScheduler(ChunkScheduleOptions options, int dimension, int maxRows, ReadOnlySpan<double> wrapPeriods = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxRows);
        ScheduleOptionsCheck.ThrowIfUnusable(options);
        _options = options;
        _dimension = dimension;
        _maxRows = maxRows;
        _plan = new ChunkPlan(dimension, maxRows);
        _path = new PlanPath(_plan, options.Interpolation);
        _splicer = new ChunkSplicer(_plan, new RowBlender(options, maxRows), wrapPeriods);
        _lastAction = new double[dimension];
    }

    /// <summary>True when there is reason to ask the policy. Whether a question is already under way is the caller's knowledge.</summary>
    public bool WantsChunk =>
        RowsAhead == 0
        || (_options.RecomputeEverySteps is { } every
            ? NextStep - _observedAtStep >= every
            : RowsAhead <= _options.QueueThreshold * _longestChunk);

    /// <summary>Policy step for which the next action that is not yet executed is meant; an observation made now is an observation of this step.</summary>
    public long NextStep => _isUnderWay ? _path.Step + 1 : _path.Step;

    /// <summary>Rows that were executed in this episode: reached, not merely due.</summary>
    public long ExecutedSteps { get; private set; }

    /// <summary>Policy steps in the plan that are not yet executed.</summary>
    public int RowsAhead => (int)Math.Max(0, _plan.End - NextStep);

    /// <summary>Way to the end of the plan, policy steps.</summary>
    public double StepsAhead => _path.StepsAhead;

    /// <summary>Way to the next row that is not yet executed, policy steps, (0, 1]; 1 when the tick stands on a row.</summary>
    public double StepsToNextRow => 1 - _path.Fraction;

    /// <summary>Between the rows.</summary>
    public ChunkInterpolation Interpolation => _options.Interpolation;

    /// <summary>
    /// The jump of the last splice per channel, channel units, before blending: the new row minus the plan's row for the next step; minus the
    /// action given last where the plan had ended; NaN where there is neither, or a value that is not finite.
    /// </summary>
    public ReadOnlySpan<double> Seam => _splicer.Seam;

    /// <summary>Starts an episode: no plan, step 0.</summary>
    public void BeginEpisode()
    {
        _path.StartAt(0);
        _plan.Clear(0);
        _splicer.ForgetSeam();
        _isUnderWay = false;
        _hasCommanded = false;
        _observedAtStep = 0;
        _longestChunk = 0;
        ExecutedSteps = 0;
    }

    /// <summary>
    /// Drops the plan in the middle of an episode, after a human took over for instance. One step number is left out, so that answers to
    /// observations from before are out of order.
    /// </summary>
    public void Abandon()
    {
        _observedAtStep = NextStep + 1;
        _path.StartAt(_observedAtStep);
        _plan.Clear(_observedAtStep);
        _isUnderWay = false;
        _hasCommanded = false;
    }

    /// <summary>Splices a chunk into the plan at the step the robot has reached.</summary>
    /// <param name="rows">Actions in contract channels and units, row-major, at least <paramref name="rowCount"/>·D values; any values, NaN included.</param>
    /// <param name="rowCount">0 to the most rows.</param>
    /// <param name="observedAtStep">Policy step for which row 0 is meant: <see cref="NextStep"/> when the observation was made.</param>
    public ChunkSplice Accept(ReadOnlySpan<double> rows, int rowCount, long observedAtStep)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rowCount, _maxRows);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, rowCount * _dimension);
        SpliceOutcome outcome = Judge(rowCount, observedAtStep);
        int skipped = (int)Math.Clamp(NextStep - observedAtStep, 0, rowCount);
        if (outcome != SpliceOutcome.Accepted)
        {
            return ChunkSplice.Refused(outcome, skipped);
        }

        _path.Anchor();
        _observedAtStep = observedAtStep;
        _longestChunk = Math.Max(_longestChunk, rowCount);
        ReadOnlySpan<double> future = rows[(skipped * _dimension)..(rowCount * _dimension)];
        return _splicer.Splice(future, NextStep, _hasCommanded ? _lastAction : default) with { SkippedRows = skipped };
    }

    /// <summary>Moves along the plan and gives the action there. The first tick of a plan stands on its first row, whatever the advance.</summary>
    /// <param name="stepsToAdvance">Policy steps, 0 and up, finite: <see cref="ChunkScheduleOptions.NominalStepsPerTick"/> at full pace, 0 to stay.</param>
    /// <param name="action">Receives D values; left alone when starved.</param>
    public ScheduleTick Next(double stepsToAdvance, Span<double> action)
    {
        ThrowIfNoAdvance(stepsToAdvance);
        ArgumentOutOfRangeException.ThrowIfNotEqual(action.Length, _dimension);
        if (RowsAhead == 0 && (!_isUnderWay || (stepsToAdvance > 0 && _path.StepsAhead <= 0)))
        {
            return new ScheduleTick(TickStatus.Starved, NextStep, 0, 0, _options.OnStarvation);
        }

        double advance = _isUnderWay ? Math.Min(stepsToAdvance, _path.StepsAhead) : 0;
        int reached = _isUnderWay ? _path.Advance(advance) : 1;
        ExecutedSteps += reached;
        _isUnderWay = true;
        _path.Sample(0, action);
        action.CopyTo(_lastAction);
        _hasCommanded = true;
        return new ScheduleTick(reached > 0 ? TickStatus.Fresh : TickStatus.Interpolated, _path.Step, _path.Fraction, advance, null);
    }

    /// <summary>Looks along the plan without moving.</summary>
    /// <param name="fromSteps">Way to the first sample, policy steps, 0 and up; 0 is the present point of the plan.</param>
    /// <param name="spacingSteps">Way from sample to sample, policy steps, 0 and up.</param>
    /// <param name="rows">Receives samples, row-major; whole multiples of D are used.</param>
    /// <returns>How many samples lie within the plan; the rest is left alone.</returns>
    public int PeekAhead(double fromSteps, double spacingSteps, Span<double> rows)
    {
        ThrowIfNoAdvance(fromSteps);
        ThrowIfNoAdvance(spacingSteps);
        int wanted = rows.Length / _dimension;
        int count = 0;
        while (count < wanted && _path.Sample(fromSteps + (count * spacingSteps), rows.Slice(count * _dimension, _dimension)))
        {
            count++;
        }

        return count;
    }

    private SpliceOutcome Judge(int rowCount, long observedAtStep)
    {
        long executedSince = NextStep - observedAtStep;
        return rowCount == 0 ? SpliceOutcome.Empty
            : executedSince < 0 ? SpliceOutcome.AheadOfTime
            : observedAtStep < _observedAtStep ? SpliceOutcome.OutOfOrder
            : executedSince >= rowCount ? SpliceOutcome.TooLate
            : executedSince > _options.MaxStaleSteps ? SpliceOutcome.Stale
            : SpliceOutcome.Accepted;
    }

    private static void ThrowIfNoAdvance(double steps)
    {
        if (!(steps >= 0 && double.IsFinite(steps)))
        {
            throw new ArgumentOutOfRangeException(nameof(steps), steps, "Policy steps must be finite and not negative.");
        }
    }
}
