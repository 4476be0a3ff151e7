using Interlock.Core.Contract;

namespace Interlock.Runtime.Proxies.LeRobot.Actions;

/// <summary>
/// What a client may hold for each control step. LeRobot's client goes over from an older chunk to a newer one at a step that only it knows, and may mix both
/// (weighted_average, average, conservative, latest_only). Each new row is therefore kept within one step of everything that was sent for the control step before
/// it: whatever the moment and the mixture, the command stays within the step limit of the command before.
/// </summary>
internal sealed class StepCorridor
{
    private readonly double[] _limit;
    private readonly List<double> _low = [];
    private readonly List<double> _high = [];
    private long _first;

    public StepCorridor(SafetyContract contract) => _limit = [.. contract.Channels.Select(channel => LimitOf(channel, contract))];

    /// <summary>True while nothing is known of any step.</summary>
    public bool IsEmpty => _low.Count == 0;

    private int Rows => _low.Count / _limit.Length;

    public void Clear()
    {
        _low.Clear();
        _high.Clear();
    }

    /// <summary>Rows for these steps, moved into the corridor where they leave it. The corridor is empty when the steps do not follow it.</summary>
    /// <param name="values">As the server sent them, T×C.</param>
    /// <param name="firstStep">Control step of the first row.</param>
    public double[] Confined(ReadOnlySpan<double> values, long firstStep)
    {
        double[] rows = values.ToArray();
        long ahead = firstStep - _first;
        for (int row = 0; row < rows.Length / _limit.Length; row++)
        {
            if (ahead + row - 1 >= 0 && ahead + row - 1 < Rows)
            {
                Confine(rows.AsSpan(row * _limit.Length, _limit.Length), (int)(ahead + row - 1) * _limit.Length);
            }
        }

        return rows;
    }

    /// <summary>Remembers what was sent, and forgets steps that are over.</summary>
    public void Add(ReadOnlySpan<double> sent, long firstStep)
    {
        Forget(firstStep);
        for (int i = 0; i < sent.Length; i++)
        {
            int at = (int)((firstStep - _first) * _limit.Length) + i;
            if (at < _low.Count)
            {
                (_low[at], _high[at]) = (Math.Min(_low[at], sent[i]), Math.Max(_high[at], sent[i]));
            }
            else
            {
                _low.Add(sent[i]);
                _high.Add(sent[i]);
            }
        }
    }

    // The step before a chunk may be the one that is being executed.
    private void Forget(long firstStep)
    {
        long over = firstStep - 1 - _first;
        if (over < -1 || over >= Rows)
        {
            Clear();
            _first = firstStep;
            return;
        }

        int values = (int)Math.Max(over, 0) * _limit.Length;
        _low.RemoveRange(0, values);
        _high.RemoveRange(0, values);
        _first += Math.Max(over, 0);
    }

    private void Confine(Span<double> row, int before)
    {
        for (int i = 0; i < row.Length; i++)
        {
            if (double.IsFinite(_limit[i]))
            {
                double low = _high[before + i] - _limit[i];
                double high = _low[before + i] + _limit[i];
                row[i] = low <= high ? Math.Clamp(row[i], low, high) : low + ((high - low) / 2);
            }
        }
    }

    private static double LimitOf(ChannelContract channel, SafetyContract contract) =>
        contract.Reference == ActionReference.Absolute && !contract.CommandsRate(channel) && !channel.Continuous
            ? channel.MaxStep ?? (channel.MaxVelocity / contract.RateHz) ?? double.PositiveInfinity
            : double.PositiveInfinity;
}
