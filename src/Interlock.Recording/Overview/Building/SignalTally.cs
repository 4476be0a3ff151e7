namespace Interlock.Recording.Overview.Building;

/// <summary>Count, extremes and sum of one signal, and the extremes of the bucket that is being filled.</summary>
internal struct SignalTally
{
    public long Count;
    public long NotANumber;
    public double Sum;
    public double Min;
    public double Max;
    public double Low;
    public double High;

    public static SignalTally Empty => new() { Min = double.NaN, Max = double.NaN, Low = double.NaN, High = double.NaN };

    public void Add(double value)
    {
        if (double.IsNaN(value))
        {
            NotANumber++;
            return;
        }

        Count++;
        Sum += value;

        // A comparison with NaN is false: the first number of a bucket is taken.
        Low = value >= Low ? Low : value;
        High = value <= High ? High : value;
    }

    public void CloseBucket()
    {
        Min = Low >= Min || double.IsNaN(Low) ? Min : Low;
        Max = High <= Max || double.IsNaN(High) ? Max : High;
        Low = double.NaN;
        High = double.NaN;
    }
}
