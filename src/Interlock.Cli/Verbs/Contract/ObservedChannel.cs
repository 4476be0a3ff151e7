using Interlock.Core.Episodes;

namespace Interlock.Cli.Verbs.Contract;

/// <summary>What one action channel did in the demonstrations.</summary>
internal sealed class ObservedChannel
{
    public double Min { get; private set; } = double.PositiveInfinity;

    public double Max { get; private set; } = double.NegativeInfinity;

    /// <summary>Largest absolute change between consecutive steps of one episode.</summary>
    public double LargestStep { get; private set; }

    /// <summary>Values that were not finite.</summary>
    public long NonFinite { get; private set; }

    public bool HasValues => Max >= Min;

    /// <summary>Takes in one episode; a change is counted only between two finite neighbours of it.</summary>
    public void Observe(Episode episode, int channel)
    {
        double previous = double.NaN;
        for (int step = 0; step < episode.Length; step++)
        {
            double value = episode.Action(step)[channel];
            if (double.IsFinite(value))
            {
                Min = Math.Min(Min, value);
                Max = Math.Max(Max, value);
                LargestStep = double.IsNaN(previous) ? LargestStep : Math.Max(LargestStep, Math.Abs(value - previous));
            }
            else
            {
                NonFinite++;
            }

            previous = double.IsFinite(value) ? value : double.NaN;
        }
    }
}
