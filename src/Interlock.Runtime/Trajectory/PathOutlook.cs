using Interlock.Policies.Scheduling;

namespace Interlock.Runtime.Trajectory;

/// <summary>
/// The largest pace at which the robot can still slow down for what the plan holds: fast pieces, bends, and its end, which counts as
/// standstill. One pass back over the rows ahead, as in time-optimal path following. Half of the acceleration is kept for slowing down and
/// half for bends, so that both can happen in one tick.
/// </summary>
internal sealed class PathOutlook
{
    /// <summary>Rows that are looked at; a plan that goes on beyond them counts as ending there.</summary>
    private const int MostRows = 32;

    /// <summary>Part of the acceleration and jerk that slowing down may use; bends have the rest.</summary>
    private const double Share = 0.5;

    /// <summary>Ticks in which a channel with a jerk limit and no acceleration limit is taken to reach its largest deceleration.</summary>
    private const double FreeRampTicks = 8;

    /// <summary>A piece shorter than this share of a policy step says nothing about direction.</summary>
    private const double ShortestPiece = 1e-6;

    private readonly PathLimits _limits;
    private readonly double[] _brake;
    private readonly double[] _bend;
    private readonly double[] _rampTicks;
    private readonly double[] _rows;
    private readonly double[] _way;
    private readonly double[] _nextWay;

    public PathOutlook(PathLimits limits)
    {
        _limits = limits;
        int places = limits.Channels.Length;
        _brake = new double[places];
        _bend = new double[places];
        _rampTicks = new double[places];
        _way = new double[places];
        _nextWay = new double[places];
        _rows = new double[(MostRows + 1) * limits.Count];
        for (int i = 0; i < places; i++)
        {
            double jerk = limits.MaxJerk[i];
            double change = Math.Min(limits.MaxChange[i], FreeRampTicks * jerk);
            _brake[i] = Share * change;
            _bend[i] = Share * Math.Min(limits.MaxChange[i], jerk);
            _rampTicks[i] = double.IsPositiveInfinity(jerk) ? 0 : change / jerk;
        }
    }

    /// <summary>Largest change of the pace's change per tick on the present piece, policy steps per tick³; infinite without a jerk limit.</summary>
    public double PaceJerk()
    {
        double jerk = double.PositiveInfinity;
        for (int i = 0; i < _way.Length; i++)
        {
            double way = Math.Abs(_way[i]);
            jerk = way > 0 ? Math.Min(jerk, Share * _limits.MaxJerk[i] / way) : jerk;
        }

        return jerk;
    }

    /// <summary>Policy steps per tick.</summary>
    /// <param name="schedule">Under way, with rows ahead.</param>
    public double MaxPace(ChunkScheduler schedule)
    {
        int count = 1 + Rows(schedule);
        double length = schedule.StepsToNextRow;
        Array.Clear(_nextWay);
        double pace = double.PositiveInfinity;
        for (int piece = count - 2; piece >= 0; piece--)
        {
            double pieceLength = piece == 0 ? length : 1;
            if (pieceLength < ShortestPiece)
            {
                break;
            }

            Way(piece, pieceLength);
            pace = EntryPace(Math.Min(pace, BendPace()), pieceLength);
            _way.CopyTo(_nextWay, 0);
        }

        return pace;
    }

    private int Rows(ChunkScheduler schedule)
    {
        int present = schedule.PeekAhead(0, 0, _rows.AsSpan(0, _limits.Count));
        return present == 0 ? 0 : schedule.PeekAhead(schedule.StepsToNextRow, 1, _rows.AsSpan(_limits.Count));
    }

    private void Way(int piece, double length)
    {
        for (int i = 0; i < _way.Length; i++)
        {
            int channel = _limits.Channels[i];
            double from = Cut(_rows[(piece * _limits.Count) + channel], i);
            double to = Cut(_rows[((piece + 1) * _limits.Count) + channel], i);
            double way = (to - from) / length;
            _way[i] = double.IsFinite(way) ? way : 0;
        }
    }

    private double Cut(double value, int place) => Math.Min(Math.Max(value, _limits.Low[place]), _limits.High[place]);

    private double BendPace()
    {
        double pace = double.PositiveInfinity;
        for (int i = 0; i < _way.Length; i++)
        {
            double bend = Math.Abs(_nextWay[i] - _way[i]);
            pace = bend > 0 ? Math.Min(pace, _bend[i] / bend) : pace;
        }

        return pace;
    }

    /// <summary>The pace with which the piece may be entered so that it is left with <paramref name="exitPace"/>; one tick is kept in hand.</summary>
    private double EntryPace(double exitPace, double length)
    {
        double most = double.PositiveInfinity;
        double slowing = double.PositiveInfinity;
        double ramp = 0;
        for (int i = 0; i < _way.Length; i++)
        {
            double way = Math.Abs(_way[i]);
            if (way > 0)
            {
                most = Math.Min(most, _limits.MaxMotion[i] / way);
                slowing = Math.Min(slowing, _brake[i] / way);
                ramp = Math.Max(ramp, _rampTicks[i]);
            }
        }

        foreach ((int[] places, double maxMotion) in _limits.Groups)
        {
            most = Math.Min(most, maxMotion / Norm(places));
        }

        if (double.IsPositiveInfinity(slowing) || double.IsPositiveInfinity(exitPace))
        {
            return most;
        }

        double lost = slowing * (1 + ramp);
        double squared = (exitPace * exitPace) + (2 * slowing * length);
        return Math.Min(most, Math.Max(exitPace, Math.Sqrt((lost * lost) + squared) - lost));
    }

    private double Norm(int[] places)
    {
        double sum = 0;
        foreach (int place in places)
        {
            sum += _way[place] * _way[place];
        }

        return Math.Sqrt(sum);
    }
}
