namespace Interlock.Policies;

/// <summary>A policy's answer: several future actions, used again and again so that answering need not allocate. Values may be anything, NaN included.</summary>
public sealed class PolicyChunk
{
    private readonly double[] _values;

    /// <summary>Creates an empty answer.</summary>
    /// <param name="maxRows">Most rows, 1 or more.</param>
    /// <param name="dimension">Values per action, D, 1 or more.</param>
    /// <param name="maxSamples">Most alternative chunks, 1 or more.</param>
    public PolicyChunk(int maxRows, int dimension, int maxSamples = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxRows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxSamples);
        MaxRows = maxRows;
        Dimension = dimension;
        MaxSamples = maxSamples;
        _values = new double[checked(maxRows * dimension * maxSamples)];
    }

    /// <summary>Most rows.</summary>
    public int MaxRows { get; }

    /// <summary>Values per action, D.</summary>
    public int Dimension { get; }

    /// <summary>Most alternative chunks.</summary>
    public int MaxSamples { get; }

    /// <summary>Rows of the answer, T.</summary>
    public int Rows { get; private set; }

    /// <summary>Alternative chunks of the answer, S; the first is the one to execute.</summary>
    public int Samples { get; private set; }

    /// <summary>Policy step for which row 0 is meant.</summary>
    public long ObservedAtStep { get; set; }

    /// <summary>When the state it answers was measured: monotonic time of the loop's clock, ns.</summary>
    public long ObservedAtNs { get; set; }

    /// <summary>Time the policy itself reports for the inference, ms; null when it does not.</summary>
    public double? InferenceMs { get; set; }

    /// <summary>Mean entropy of the action tokens, nats; null where the policy gives no logits.</summary>
    public double? TokenEntropyNats { get; set; }

    /// <summary>Disagreement that the policy itself found, in units of its calibration; null for none. See <c>Confidence</c>.</summary>
    public double? Disagreement { get; set; }

    /// <summary>The actions to execute, row-major T×D.</summary>
    public Span<double> Actions => Sample(0);

    /// <summary>Starts a new answer: sets its shape and forgets everything told about the last one. The values are left as they are.</summary>
    /// <param name="rows">0 to <see cref="MaxRows"/>.</param>
    /// <param name="samples">1 to <see cref="MaxSamples"/>.</param>
    public void Reset(int rows, int samples = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, MaxRows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(samples);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(samples, MaxSamples);
        Rows = rows;
        Samples = samples;
        InferenceMs = null;
        TokenEntropyNats = null;
        Disagreement = null;
    }

    /// <summary>One action of the chunk to execute.</summary>
    public Span<double> Row(int row) => Actions.Slice(row * Dimension, Dimension);

    /// <summary>One of the alternative chunks, row-major T×D.</summary>
    public Span<double> Sample(int sample)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sample);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sample, MaxSamples);
        return _values.AsSpan(sample * MaxRows * Dimension, Rows * Dimension);
    }
}
