using Interlock.Core.Contract;
using Interlock.Policies.Scheduling;

namespace Interlock.Runtime.Trajectory;

/// <summary>
/// Slows down along the chunk when a limit binds, so that the guard has nothing to bend (PACS, arXiv 2511.06385: leaving the learned path,
/// not being slow, is what ruins a policy). It chooses a pace and nothing else; every command still passes the guard, and where no pace fits
/// the guard deviates. Positions only: grippers and channels that command rates have no say.
/// </summary>
public sealed class PathBrake
{
    /// <summary>Straight pieces into which one tick's way is cut at most; more only if a tick spans several policy steps.</summary>
    private const int MostPieces = 8;

    private readonly PathLimits _limits;
    private readonly PathOutlook _outlook;
    private readonly double _controlRateHz;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly double[] _lastMotion;
    private readonly double[] _start;
    private readonly double[] _way;
    private readonly double[] _points;
    private double _lastAdvance;
    private bool _hasMotion;

    /// <summary>Prepares for one contract.</summary>
    /// <param name="contract">Its channels are the scheduler's, in order.</param>
    /// <param name="controlRateHz">Ticks per second, Hz, above zero.</param>
    public PathBrake(SafetyContract contract, double controlRateHz)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(controlRateHz);
        _limits = new PathLimits(contract, controlRateHz);
        _outlook = new PathOutlook(_limits);
        _controlRateHz = controlRateHz;
        int places = _limits.Channels.Length;
        _low = new double[places];
        _high = new double[places];
        _lastMotion = new double[places];
        _start = new double[places];
        _way = new double[places];
        _points = new double[2 * _limits.Count];
    }

    /// <summary>Forgets the motion of the last tick.</summary>
    public void BeginEpisode()
    {
        _hasMotion = false;
        _lastAdvance = 0;
    }

    /// <summary>
    /// The largest advance whose command keeps speed, acceleration, jerk and vector speed limits against the last command and from which the
    /// robot can slow down further; where slowing down that much is itself beyond the limits, the smallest advance that keeps them; 0 where
    /// none does. Once per tick: the change of velocity between calls is what jerk limits are held against.
    /// </summary>
    /// <param name="schedule">Not moved.</param>
    /// <param name="lastCommand">What the robot was sent last, D values, channel units.</param>
    /// <param name="lastVelocityPerS">How it was moving, D values, channel units/s.</param>
    /// <param name="nominalSteps">Advance at full pace, policy steps.</param>
    /// <returns>Policy steps, [0, <paramref name="nominalSteps"/>].</returns>
    public double Choose(
        ChunkScheduler schedule, ReadOnlySpan<double> lastCommand, ReadOnlySpan<double> lastVelocityPerS, double nominalSteps)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentOutOfRangeException.ThrowIfNotEqual(lastCommand.Length, _limits.Count);
        ArgumentOutOfRangeException.ThrowIfNotEqual(lastVelocityPerS.Length, _limits.Count);
        Allow(lastVelocityPerS);
        if (_limits.Channels.Length == 0 || schedule.StepsAhead <= 0)
        {
            return nominalSteps;
        }

        if (schedule.Interpolation == ChunkInterpolation.Hold)
        {
            return Fits(schedule, lastCommand) ? nominalSteps : 0;
        }

        double most = Math.Min(nominalSteps, schedule.StepsAhead);
        double pace = Approach(Math.Min(nominalSteps, _outlook.MaxPace(schedule)), _outlook.PaceJerk());
        double advance = Largest(schedule, lastCommand, most, Math.Min(most, pace));
        _lastAdvance = advance;
        return advance == most ? nominalSteps : advance;
    }

    /// <summary>Speeding up ends in time: what is gained n must run out, n − j, n − 2j, …, before the pace is reached.</summary>
    private double Approach(double pace, double paceJerk)
    {
        double gap = pace - _lastAdvance;
        bool isLimited = gap > 0 && double.IsFinite(paceJerk);
        double root = Math.Sqrt((4 * paceJerk * paceJerk) + (2 * paceJerk * gap));
        return isLimited ? Math.Min(pace, _lastAdvance + (2 * paceJerk * gap / (root + (2 * paceJerk)))) : pace;
    }

    /// <summary>What each channel may move in this tick.</summary>
    private void Allow(ReadOnlySpan<double> lastVelocityPerS)
    {
        for (int i = 0; i < _low.Length; i++)
        {
            double motion = lastVelocityPerS[_limits.Channels[i]] / _controlRateHz;
            double change = _hasMotion ? motion - _lastMotion[i] : 0;
            double slowest = motion - Math.Min(_limits.MaxChange[i], _limits.MaxJerk[i] - change);
            double fastest = motion + Math.Min(_limits.MaxChange[i], _limits.MaxJerk[i] + change);
            _low[i] = Math.Max(-_limits.MaxMotion[i], slowest);
            _high[i] = Math.Min(_limits.MaxMotion[i], fastest);
            _lastMotion[i] = motion;
        }

        _hasMotion = true;
    }

    private bool Fits(ChunkScheduler schedule, ReadOnlySpan<double> lastCommand) => !Range(schedule, lastCommand, 0, 0).IsEmpty;

    private double Largest(ChunkScheduler schedule, ReadOnlySpan<double> lastCommand, double most, double pace)
    {
        double best = 0;
        bool isFound = false;
        double from = 0;
        for (int piece = 0; piece < MostPieces && from < most; piece++)
        {
            double to = Math.Min(most, schedule.StepsToNextRow + piece);
            AdvanceRange range = Range(schedule, lastCommand, from, to);
            double lowest = from + ((to - from) * range.Low);
            bool isUseful = !range.IsEmpty && (lowest <= pace || !isFound);
            best = isUseful ? Math.Max(lowest, Math.Min(pace, from + ((to - from) * range.High))) : best;
            isFound |= isUseful;
            from = to;
        }

        return best;
    }

    /// <summary>The part of a straight piece of the plan that the limits allow.</summary>
    private AdvanceRange Range(ChunkScheduler schedule, ReadOnlySpan<double> lastCommand, double from, double to)
    {
        int count = _limits.Count;
        if (schedule.PeekAhead(from, to - from, _points) < 2)
        {
            return new AdvanceRange(1, 0);
        }

        AdvanceRange range = AdvanceRange.Whole;
        for (int i = 0; i < _start.Length; i++)
        {
            int channel = _limits.Channels[i];
            _start[i] = Motion(lastCommand[channel], _points[channel], i);
            _way[i] = Motion(lastCommand[channel], _points[count + channel], i) - _start[i];
            range = range.Within(_start[i], _way[i], _low[i], _high[i]);
        }

        foreach ((int[] places, double maxMotion) in _limits.Groups)
        {
            range = WithinNorm(range, places, maxMotion);
        }

        return range;
    }

    /// <summary>A plan beyond a bound is meant for the bound: the guard would stop there, and waiting for more would never end.</summary>
    private double Motion(double from, double to, int place)
    {
        double motion = Math.Min(Math.Max(to, _limits.Low[place]), _limits.High[place]) - from;
        return double.IsNaN(_limits.WrapPeriod[place]) ? motion : Math.IEEERemainder(motion, _limits.WrapPeriod[place]);
    }

    private AdvanceRange WithinNorm(AdvanceRange range, int[] places, double maxMotion)
    {
        double startSquared = 0;
        double startWay = 0;
        double waySquared = 0;
        foreach (int place in places)
        {
            startSquared += _start[place] * _start[place];
            startWay += _start[place] * _way[place];
            waySquared += _way[place] * _way[place];
        }

        return range.WithinNorm(startSquared, startWay, waySquared, maxMotion);
    }
}
