namespace Interlock.Guard.Limits;

/// <summary>
/// Verifies that a vector speed limit also holds while its channels stop. Needed where a channel cannot change its motion at once by
/// as much as it likes (a jerk limit, or an acceleration limit's own rate): there the stop may first speed up a little.
/// </summary>
internal sealed class GroupStop
{
    /// <summary>Longest stop that is verified; a longer one counts as none.</summary>
    private const int LongestStopSteps = 2048;

    /// <summary>Relative rounding of a norm of up to some hundred components.</summary>
    private const double NormRounding = 1e-12;

    private readonly VectorSpeedLimit _limit;
    private readonly ChannelEnvelope[] _envelopes;
    private readonly double[] _position;
    private readonly double[] _motion;
    private readonly double[] _change;

    public GroupStop(VectorSpeedLimit limit, ChannelEnvelope[] envelopes)
    {
        _limit = limit;
        _envelopes = envelopes;
        _position = new double[envelopes.Length];
        _motion = new double[envelopes.Length];
        _change = new double[envelopes.Length];
    }

    /// <summary>True where the stop of the group can exceed the norm although its first state does not.</summary>
    public static bool IsNeeded(VectorSpeedLimit limit, ReadOnlySpan<ChannelEnvelope> envelopes)
    {
        foreach (int i in limit.Channels)
        {
            if (envelopes[i].HasJerkLimit || (envelopes[i].IsRate && envelopes[i].HasMotionChangeLimit))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the norm holds in the given next motion and in every step of the stop that follows.</summary>
    public bool Holds(ReferenceState reference, ReadOnlySpan<double> motion)
    {
        foreach (int i in _limit.Channels)
        {
            _position[i] = reference.Position[i] + motion[i];
            _motion[i] = motion[i];
            _change[i] = motion[i] - reference.Motion[i];
        }

        for (int step = 0; step < LongestStopSteps; step++)
        {
            if (_limit.NormAt(_position, _motion) > _limit.MaxMotion * (1 + NormRounding))
            {
                return false;
            }

            if (!BrakeOnce())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One step of every channel's own stop; false when all are at rest.</summary>
    private bool BrakeOnce()
    {
        bool moving = false;
        foreach (int i in _limit.Channels)
        {
            moving |= _motion[i] != 0 || _change[i] != 0;
            double next = ChannelStop.NextMotion(_motion[i], _change[i], _envelopes[i]);
            _change[i] = next - _motion[i];
            _motion[i] = next;
            _position[i] += next;
        }

        return moving;
    }
}
