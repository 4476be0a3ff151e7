namespace Interlock.Recording.Overview;

/// <summary>Smallest and largest value of one signal in each bucket of a span of time.</summary>
public sealed class SignalRange
{
    private readonly float[] _lows;
    private readonly float[] _highs;
    private double _beforeS = double.NegativeInfinity;
    private float _before = float.NaN;

    internal SignalRange(int buckets)
    {
        _lows = new float[buckets];
        _highs = new float[buckets];
        Array.Fill(_lows, float.NaN);
        Array.Fill(_highs, float.NaN);
    }

    /// <summary>Smallest value of each bucket; NaN where there is none.</summary>
    public ReadOnlyMemory<float> Lows => _lows;

    /// <summary>Largest value of each bucket; NaN where there is none.</summary>
    public ReadOnlyMemory<float> Highs => _highs;

    /// <param name="bucket">-1 for a value before the first bucket, which holds into it.</param>
    /// <param name="timeS">When.</param>
    /// <param name="value">NaN is passed over.</param>
    internal void Take(int bucket, double timeS, float value)
    {
        if (bucket < 0 && timeS > _beforeS)
        {
            (_beforeS, _before) = (timeS, value);
        }
        else if ((uint)bucket < (uint)_lows.Length)
        {
            Take(bucket, value, value);
        }
    }

    internal void Take(int bucket, float low, float high)
    {
        _lows[bucket] = low < _lows[bucket] || float.IsNaN(_lows[bucket]) ? low : _lows[bucket];
        _highs[bucket] = high > _highs[bucket] || float.IsNaN(_highs[bucket]) ? high : _highs[bucket];
    }

    /// <summary>Buckets shorter than a step: a value holds until the next, over at most so many of them.</summary>
    internal void Hold(int buckets)
    {
        float last = _before;
        int age = 1;
        for (int i = 0; i < _lows.Length; i++)
        {
            if (!float.IsNaN(_highs[i]))
            {
                (last, age) = (_highs[i], 1);
            }
            else if (age < buckets)
            {
                _lows[i] = _highs[i] = last;
                age++;
            }
        }
    }
}
