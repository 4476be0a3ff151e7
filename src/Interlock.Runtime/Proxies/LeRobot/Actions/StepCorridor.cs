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

    /// <summary>Moves a row into the corridor where it leaves it; a step that nothing was sent before is free.</summary>
    /// <returns>True when it was moved.</returns>
    public bool Confine(Span<double> row, long step)
    {
        Int128 before = (Int128)step - 1 - _first;
        return before >= 0 && before < Rows && Confine(row, (int)before * _limit.Length);
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

    private bool Confine(Span<double> row, int before)
    {
        bool wasMoved = false;
        for (int i = 0; i < row.Length; i++)
        {
            if (double.IsFinite(_limit[i]))
            {
                double low = _high[before + i] - _limit[i];
                double high = _low[before + i] + _limit[i];
                double inside = low <= high ? Math.Clamp(row[i], low, high) : low + ((high - low) / 2);
                wasMoved |= inside < row[i] || inside > row[i];
                row[i] = inside;
            }
        }

        return wasMoved;
    }

    private static double LimitOf(ChannelContract channel, SafetyContract contract) =>
        contract.Reference == ActionReference.Absolute && !contract.CommandsRate(channel) && !channel.Continuous
            ? channel.MaxStep ?? (channel.MaxVelocity / contract.RateHz) ?? double.PositiveInfinity
            : double.PositiveInfinity;
}
