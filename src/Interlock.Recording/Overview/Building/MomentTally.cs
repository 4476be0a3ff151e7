namespace Interlock.Recording.Overview.Building;

/// <summary>The worst step of each second, and of those the worst.</summary>
internal sealed class MomentTally
{
    private const long NsPerS = 1_000_000_000;

    // Each moment that is chosen shuts out at most its two neighbouring seconds.
    private const int Kept = 3 * OverviewLimits.Moments;

    private readonly List<Moment> _kept = [];
    private Moment? _current;

    public void Add(long ns, long tick, double margin)
    {
        if (_current is not null && _current.Ns / NsPerS != ns / NsPerS)
        {
            Keep();
        }

        if (_current is null || Badness(margin) < Badness(_current.Margin))
        {
            _current = new Moment(ns, tick, margin);
        }
    }

    /// <summary>An event of a channel at a tick.</summary>
    public void Name(long tick, string channel)
    {
        if ((_current?.Tick == tick ? _current : _kept.Find(moment => moment.Tick == tick)) is { } found)
        {
            found.Channel ??= channel;
        }
    }

    /// <summary>At least one second apart, worst first.</summary>
    public List<Moment> Worst()
    {
        List<Moment> chosen = [];
        foreach (Moment moment in (_current is null ? _kept : [.. _kept, _current]).OrderBy(moment => Badness(moment.Margin)).ThenBy(moment => moment.Ns))
        {
            if (chosen.Count < OverviewLimits.Moments && chosen.TrueForAll(other => Math.Abs(other.Ns - moment.Ns) >= NsPerS))
            {
                chosen.Add(moment);
            }
        }

        return chosen;
    }

    private static double Badness(double margin) => double.IsNaN(margin) ? double.NegativeInfinity : margin;

    private void Keep()
    {
        _kept.Add(_current!);
        _current = null;
        if (_kept.Count > Kept)
        {
            _kept.Remove(_kept.MaxBy(moment => (Badness(moment.Margin), moment.Ns))!);
        }
    }
}
