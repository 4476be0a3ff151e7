using Interlock.Core.Contract;
using Interlock.Guard.Channels;

namespace Interlock.Guard.Limits;

/// <summary>
/// What several channels keep together: moves the chosen motions towards the secured stop until every vector speed holds, now and all the
/// way to rest, and every channel that was moved can still stop on its own.
/// </summary>
internal sealed class SharedLimits
{
    /// <summary>Tries between the wish and the secured stop of a speed-limited group.</summary>
    private const int GroupHalvings = 6;

    private readonly ChannelEnvelope[] _envelopes;
    private readonly int[] _jerkLimited;
    private readonly VectorSpeedLimit[] _vectorSpeeds;
    private readonly GroupStop?[] _groupStops;

    public SharedLimits(SafetyContract contract, ChannelLayout layout, ChannelEnvelope[] envelopes)
    {
        _envelopes = envelopes;
        _jerkLimited = [.. Enumerable.Range(0, envelopes.Length).Where(i => envelopes[i].HasJerkLimit)];
        _vectorSpeeds = [.. contract.SpeedNorms.Select(norm => new VectorSpeedLimit(norm, contract, layout))];
        _groupStops = [.. _vectorSpeeds.Select(limit => GroupStop.IsNeeded(limit, envelopes) ? new GroupStop(limit, envelopes) : null)];
    }

    public ReadOnlySpan<VectorSpeedLimit> VectorSpeeds => _vectorSpeeds;

    /// <summary>True when a vector speed limit shortened the newest motion.</summary>
    public bool VectorSpeedBinds { get; private set; }

    /// <param name="reference">Where the channels are and how they were moving.</param>
    /// <param name="motion">Chosen motions, each inside its own channel's range; overwritten.</param>
    /// <param name="brake">Motions of the secured stop.</param>
    public void Apply(ReferenceState reference, double[] motion, double[] brake)
    {
        VectorSpeedBinds = false;
        foreach (VectorSpeedLimit limit in _vectorSpeeds)
        {
            VectorSpeedBinds |= limit.Apply(reference.Position, motion, brake);
        }

        SecureChannelStops(reference, motion, brake);
        SecureGroupStops(reference, motion, brake);
    }

    /// <summary>Scaling may have moved a jerk-limited channel to a state whose stop was not yet verified.</summary>
    private void SecureChannelStops(ReferenceState reference, double[] motion, double[] brake)
    {
        foreach (int i in _jerkLimited)
        {
            if (!IsSecured(reference, motion[i], i))
            {
                motion[i] = brake[i];
            }
        }
    }

    private bool IsSecured(ReferenceState reference, double motion, int i)
    {
        double position = reference.Position[i];
        if (position < _envelopes[i].Low || position > _envelopes[i].High)
        {
            // On its way back from outside it can stand still at any moment.
            return true;
        }

        return JerkLimitedStop.IsVerified(position + motion, motion, motion - reference.Motion[i], _envelopes[i]);
    }

    private void SecureGroupStops(ReferenceState reference, double[] motion, double[] brake)
    {
        for (int i = 0; i < GroupHalvings; i++)
        {
            if (!BlendWhereUnsecured(reference, motion, brake, 0.5))
            {
                return;
            }

            VectorSpeedBinds = true;
            SecureChannelStops(reference, motion, brake);
        }

        BlendWhereUnsecured(reference, motion, brake, 0);
    }

    private bool BlendWhereUnsecured(ReferenceState reference, double[] motion, double[] brake, double share)
    {
        bool any = false;
        for (int i = 0; i < _groupStops.Length; i++)
        {
            if (_groupStops[i] is { } stop && !stop.Holds(reference, motion))
            {
                Blend(_vectorSpeeds[i], motion, brake, share);
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
