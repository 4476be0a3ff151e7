namespace Interlock.Runtime.Takeover;

/// <summary>
/// Goes from the last command to somebody else's actions: at the start the command is the last one, at the end the new one. For absolute
/// actions; for delta actions begin with zeros.
/// </summary>
public sealed class HandoverBlend
{
    private const double NsPerMs = 1e6;

    private readonly double _durationNs;
    private readonly double[] _periods;
    private readonly double[] _from;
    private readonly double[] _seam;
    private long _beganNs;
    private bool _measured;

    /// <summary>Creates a blend that is over.</summary>
    /// <param name="durationMs">Time of the whole way, ms, 0 or more and finite; 0 changes over at once.</param>
    /// <param name="periods">For each channel the length of a full turn in its unit, or 0 for one that does not turn without end.</param>
    public HandoverBlend(double durationMs, ReadOnlySpan<double> periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(durationMs);
        ArgumentOutOfRangeException.ThrowIfEqual(double.IsFinite(durationMs), false, nameof(durationMs));
        _durationNs = durationMs * NsPerMs;
        _periods = periods.ToArray();
        _from = new double[periods.Length];
        _seam = new double[periods.Length];
    }

    /// <summary>True until the whole way is done.</summary>
    public bool IsActive { get; private set; }

    /// <summary>What the newest handover had to bridge: first target minus last command, per channel, the short way round.</summary>
    public ReadOnlySpan<double> Seam => _seam;

    /// <summary>Begins a handover.</summary>
    /// <param name="lastCommand">What the robot executed last.</param>
    /// <param name="nowNs">The tick's time.</param>
    public void Begin(ReadOnlySpan<double> lastCommand, long nowNs)
    {
        lastCommand.CopyTo(_from);
        _beganNs = nowNs;
        _measured = false;
        IsActive = true;
    }

    /// <summary>Forgets a handover that something else interrupted.</summary>
    public void Cancel() => IsActive = false;

    /// <summary>The command between the last one and the target; the target itself when no handover is active.</summary>
    /// <param name="target">The new action.</param>
    /// <param name="nowNs">The tick's time.</param>
    /// <param name="command">Where the command goes.</param>
    public void Apply(ReadOnlySpan<double> target, long nowNs, Span<double> command)
    {
        double weight = IsActive && _durationNs > 0 ? MinimumJerk.Weight((nowNs - _beganNs) / _durationNs) : 1;
        for (int i = 0; i < _from.Length; i++)
        {
            double gap = IsActive ? Gap(target[i] - _from[i], _periods[i]) : 0;
            _seam[i] = IsActive && !_measured ? gap : _seam[i];
            // Written so that both ends are met to the last bit.
            double start = _periods[i] > 0 ? target[i] - gap : _from[i];
            command[i] = weight < 1 ? start + (weight * gap) : target[i];
        }

        _measured |= IsActive;
        IsActive &= weight < 1;
    }

    private static double Gap(double difference, double period) =>
        period > 0 ? difference - (period * Math.Round(difference / period)) : difference;
}
