namespace Interlock.Guard.Limits;

/// <summary>
/// Sees to it that from the chosen motions a stop is at hand: for every jerk-limited channel, and for every group whose speed norm could be
/// exceeded on the way to rest. Where it is not, the motion moves towards the stop that was secured one step ago.
/// </summary>
internal sealed class SecuredStops
{
    /// <summary>Tries between the wish and the secured stop of a speed-limited group.</summary>
    private const int GroupHalvings = 6;

    private readonly ChannelEnvelope[] _envelopes;
    private readonly VectorSpeedLimit[] _groups;
    private readonly GroupStop?[] _groupStops;

    public SecuredStops(ChannelEnvelope[] envelopes, VectorSpeedLimit[] groups)
    {
        _envelopes = envelopes;
        _groups = groups;
        _groupStops = [.. groups.Select(limit => GroupStop.IsNeeded(limit, envelopes) ? new GroupStop(limit, envelopes) : null)];
    }

    /// <summary>Changes motions whose stop is not verified; true when a group had to give way.</summary>
    /// <param name="reference">Where the channels are.</param>
    /// <param name="motion">Chosen change of each command; overwritten.</param>
    /// <param name="brake">Change of each command in the secured stop.</param>
    public bool Secure(ReferenceState reference, double[] motion, double[] brake)
    {
        SecureChannels(reference, motion, brake);
        for (int i = 0; i < GroupHalvings; i++)
        {
            if (!BlendWhereUnsecured(reference, motion, brake, 0.5))
            {
                return i > 0;
            }

            SecureChannels(reference, motion, brake);
        }

        BlendWhereUnsecured(reference, motion, brake, 0);
        return true;
    }

    /// <summary>Scaling may have moved a jerk-limited channel to a state whose stop was not yet verified.</summary>
    private void SecureChannels(ReferenceState reference, double[] motion, double[] brake)
    {
        for (int i = 0; i < _envelopes.Length; i++)
        {
            if (_envelopes[i].HasJerkLimit && !IsSecured(reference, motion, i))
            {
                motion[i] = brake[i];
            }
        }
    }

    private bool IsSecured(ReferenceState reference, double[] motion, int i)
    {
        double position = reference.Position[i];
        if (position < _envelopes[i].Low || position > _envelopes[i].High)
        {
            // On its way back from outside it can stand still at any moment.
            return true;
        }

        double change = motion[i] - reference.Motion[i];
        return JerkLimitedStop.IsVerified(position + motion[i], motion[i], change, _envelopes[i]);
    }

    private bool BlendWhereUnsecured(ReferenceState reference, double[] motion, double[] brake, double share)
    {
        bool any = false;
        for (int i = 0; i < _groupStops.Length; i++)
        {
            if (_groupStops[i] is { } stop && !stop.Holds(reference, motion))
            {
                Blend(_groups[i], motion, brake, share);
                any = true;
            }
        }

        return any;
    }

    private static void Blend(VectorSpeedLimit limit, double[] motion, double[] brake, double share)
    {
        foreach (int i in limit.Joined)
        {
            motion[i] = share == 0 ? brake[i] : brake[i] + (share * (motion[i] - brake[i]));
        }
    }
}
