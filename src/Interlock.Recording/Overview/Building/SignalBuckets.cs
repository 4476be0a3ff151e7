using Interlock.Recording.Flight.Steps;

namespace Interlock.Recording.Overview.Building;

/// <summary>Every signal of every step, bucket by bucket.</summary>
internal sealed class SignalBuckets
{
    private readonly SignalColumns _columns;
    private readonly SignalTally[] _tallies;
    private int _open = -1;

    public SignalBuckets(SignalColumns columns, long bucketNs)
    {
        _columns = columns;
        _tallies = new SignalTally[columns.Count];
        Array.Fill(_tallies, SignalTally.Empty);
        Store = new BucketStore(columns.Count, Budget(columns.Count), bucketNs);
    }

    public BucketStore Store { get; }

    public ReadOnlySpan<SignalTally> Tallies => _tallies;

    /// <param name="ns">Time since the start; one before the newest counts as the newest.</param>
    /// <param name="step">The step.</param>
    public void Add(long ns, StepFrame step)
    {
        if (_open < 0 || ns >= (_open + 1L) * Store.BucketNs)
        {
            Close();
            _open = Store.Reach(ns);
        }

        Rows(step);
        Scalars(step);
    }

    /// <summary>Closes the bucket that is being filled.</summary>
    public void Close()
    {
        if (_open < 0)
        {
            return;
        }

        Store.Put(_open, _tallies);
        foreach (ref SignalTally tally in _tallies.AsSpan())
        {
            tally.CloseBucket();
        }

        _open = -1;
    }

    // A power of two below what the memory allows, so that mergers stay whole.
    private static int Budget(int signals) => (int)Math.Min(OverviewLimits.Buckets, System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(OverviewLimits.Floats / (2 * signals)) + 1) / 2);

    private void Rows(StepFrame step)
    {
        Row(step, StepParts.Policy, 0, step.Policy);
        Row(step, StepParts.Unnormalised, _columns.Policy, step.Unnormalised);
        Row(step, StepParts.Guarded, _columns.Guarded, step.Guarded);
        Row(step, StepParts.Executed, _columns.Executed, step.Executed);
        Row(step, StepParts.State, _columns.State, step.State);
        Row(step, StepParts.Monitors, _columns.Monitors, step.MonitorValues);
    }

    private void Row(StepFrame step, StepParts part, int first, ReadOnlySpan<double> values)
    {
        if ((step.Parts & part) == 0)
        {
            return;
        }

        Span<SignalTally> tallies = _tallies.AsSpan(first, values.Length);
        for (int i = 0; i < tallies.Length; i++)
        {
            tallies[i].Add(values[i]);
        }
    }

    private void Scalars(StepFrame step)
    {
        for (StepScalar scalar = StepScalar.ForceN; scalar <= StepScalar.SendUs; scalar++)
        {
            if (StepColumns.Scalar(step, scalar) is { } given)
            {
                _tallies[_columns.FirstScalar + (int)scalar].Add(given);
            }
        }
    }
}
