namespace Interlock.Runtime.Outcomes;

/// <summary>
/// Whether the executed actions are distributed as they were at first. An episode counts once, by each channel's mean and standard deviation;
/// the first window of episodes is the reference, and each further full window is tested against it. With exchangeable episodes a window
/// raises a shift with probability at most <see cref="FalseAlarmRate"/> over all channels together. Constant memory; nothing is allocated
/// after the constructor.
/// </summary>
public sealed class ActionShift
{
    private const int StatisticsPerChannel = 2;

    // The exact distribution takes time with the fourth power of this.
    private const int MostEpisodes = 50;

    private readonly int _channels;
    private readonly int _window;
    private readonly RankSumTest _test;
    private readonly double[] _mean;
    private readonly double[] _squares;
    private readonly double[][] _reference;
    private readonly double[][] _recent;
    private long _steps;
    private int _referenceEpisodes;
    private int _recentEpisodes;

    /// <summary>Begins without a reference.</summary>
    /// <param name="channels">Values of one command, 1 or more.</param>
    /// <param name="windowEpisodes">Episodes of reference and of each window, 2 to 50.</param>
    /// <param name="falseAlarmRate">Probability of a shift per window when nothing changed, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">So few episodes could never show a shift at this rate over so many channels.</exception>
    public ActionShift(int channels, int windowEpisodes = 10, double falseAlarmRate = 0.01)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(windowEpisodes, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(windowEpisodes, MostEpisodes);
        ArgumentOutOfRangeException.ThrowIfEqual(falseAlarmRate is > 0 and < 1, false, nameof(falseAlarmRate));
        _channels = channels;
        _window = windowEpisodes;
        _test = new RankSumTest(windowEpisodes);
        FalseAlarmRate = falseAlarmRate;
        Threshold = falseAlarmRate / (channels * StatisticsPerChannel);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_test.Smallest, Threshold, nameof(windowEpisodes));
        _mean = new double[channels];
        _squares = new double[channels];
        _reference = Table(channels * StatisticsPerChannel, windowEpisodes);
        _recent = Table(channels * StatisticsPerChannel, windowEpisodes);
    }

    /// <summary>Probability of a shift per window when nothing changed, at most.</summary>
    public double FalseAlarmRate { get; }

    /// <summary>A p-value of one channel and statistic at or below this is a shift (Bonferroni).</summary>
    public double Threshold { get; }

    /// <summary>The newest full window's most changed channel; null before there is one.</summary>
    public ShiftFinding? Newest { get; private set; }

    /// <summary>Commands that held a value that is not finite, and were left out.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Takes in an executed command; control thread.</summary>
    public void Observe(ReadOnlySpan<double> executed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(executed.Length, _channels, nameof(executed));
        foreach (double value in executed)
        {
            if (!double.IsFinite(value))
            {
                LeftOut++;
                return;
            }
        }

        _steps++;
        for (int i = 0; i < _channels; i++)
        {
            double difference = executed[i] - _mean[i];
            _mean[i] += difference / _steps;
            _squares[i] += difference * (executed[i] - _mean[i]);
        }
    }

    /// <summary>Ends an episode; one without a command does not count. True when a window became full and was tested.</summary>
    public bool EndEpisode()
    {
        if (_steps == 0)
        {
            return false;
        }

        bool isReference = _referenceEpisodes < _window;
        Store(isReference ? _reference : _recent, isReference ? _referenceEpisodes++ : _recentEpisodes++);
        if (_recentEpisodes < _window)
        {
            return false;
        }

        _recentEpisodes = 0;
        Newest = MostChanged();
        return true;
    }

    private void Store(double[][] table, int episode)
    {
        for (int i = 0; i < _channels; i++)
        {
            table[i][episode] = _mean[i];
            table[_channels + i][episode] = Math.Sqrt(_squares[i] / _steps);
        }

        _steps = 0;
        Array.Clear(_mean);
        Array.Clear(_squares);
    }

    private ShiftFinding MostChanged()
    {
        int most = 0;
        double smallest = double.PositiveInfinity;
        for (int i = 0; i < _reference.Length; i++)
        {
            double p = _test.PValue(_reference[i], _recent[i]);
            if (p < smallest)
            {
                smallest = p;
                most = i;
            }
        }

        return new ShiftFinding(most % _channels, most >= _channels, smallest, Average(_reference[most]), Average(_recent[most]), smallest <= Threshold);
    }

    private static double Average(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static double[][] Table(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];
}
