using Interlock.Guard.Calibration.Demonstrations;

namespace Interlock.Guard.Calibration.Box;

/// <summary>Range per channel over all of some episodes but one: the two outermost values of each side are enough to know it.</summary>
internal sealed class LeftOutRange
{
    private readonly double[] _min;
    private readonly double[] _secondMin;
    private readonly double[] _max;
    private readonly double[] _secondMax;

    public LeftOutRange(DemonstrationSet set, IEnumerable<int> positions)
    {
        _min = Filled(set.Dimension, double.PositiveInfinity);
        _secondMin = Filled(set.Dimension, double.PositiveInfinity);
        _max = Filled(set.Dimension, double.NegativeInfinity);
        _secondMax = Filled(set.Dimension, double.NegativeInfinity);
        foreach (int position in positions)
        {
            Widen(set.Facts[position]);
        }
    }

    public double MinWithout(EpisodeFacts episode, int channel) =>
        episode.Min[channel] == _min[channel] ? _secondMin[channel] : _min[channel];

    public double MaxWithout(EpisodeFacts episode, int channel) =>
        episode.Max[channel] == _max[channel] ? _secondMax[channel] : _max[channel];

    private static double[] Filled(int count, double value)
    {
        double[] values = new double[count];
        Array.Fill(values, value);
        return values;
    }

    private void Widen(EpisodeFacts episode)
    {
        for (int j = 0; j < _min.Length; j++)
        {
            _secondMin[j] = Math.Min(_secondMin[j], Math.Max(_min[j], episode.Min[j]));
            _min[j] = Math.Min(_min[j], episode.Min[j]);
            _secondMax[j] = Math.Max(_secondMax[j], Math.Min(_max[j], episode.Max[j]));
            _max[j] = Math.Max(_max[j], episode.Max[j]);
        }
    }
}
