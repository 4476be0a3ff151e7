using Interlock.Core.Contract;
using Interlock.Guard.Channels;
using Interlock.Guard.Limits;

namespace Interlock.Guard.Interventions;

/// <summary>Says, for every channel that the filter changed, which limits did it, in the order in which they act.</summary>
internal sealed class CauseFinder
{
    /// <summary>Rounding of a sum of two positions, relative to the larger; a smaller difference is no change by a limit.</summary>
    private const double RelativeRounding = 1e-12;

    private readonly LimitDescription[] _limits;
    private readonly ChannelLayout _layout;
    private readonly string[] _vectorUnits;

    public CauseFinder(SafetyContract contract, ChannelLayout layout)
    {
        _layout = layout;
        _limits = [.. Enumerable.Range(0, layout.Count).Select(index => LimitDescription.Of(contract, index, layout))];
        _vectorUnits = [.. contract.SpeedNorms.Select(norm => $"{layout.Units[Array.IndexOf(layout.Names, norm.Channels[0])]}/s")];
    }

    public void Explain(LimitFilter filter, ReferenceState reference, ReadOnlySpan<double> raw, long step, InterventionLog log)
    {
        for (int i = 0; i < raw.Length; i++)
        {
            double safe = filter.Command[i];
            if (safe != raw[i])
            {
                ExplainChannel(filter, reference, i, raw[i], safe, step, log);
            }
        }
    }

    private void ExplainChannel(
        LimitFilter filter, ReferenceState reference, int i, double raw, double safe, long step, InterventionLog log)
    {
        ref readonly ChannelEnvelope envelope = ref filter.Envelopes[i];
        double target = filter.Target[i];
        bool outside = double.IsNaN(envelope.WrapPeriod) ? target != raw : Wrapping.IsLost(raw, envelope.WrapPeriod);
        if (outside)
        {
            AddBound(i, raw, safe, step, envelope, log);
        }

        double wish = target - reference.Position[i];
        if (IsRounding(wish, filter.Motion[i], target, reference.Position[i]))
        {
            return;
        }

        bool rangeBinds = wish > filter.HighMotion[i] || wish < filter.LowMotion[i];
        if (rangeBinds)
        {
            AddRate(filter, reference, i, wish, new Intervention(string.Empty, i, raw, safe, double.NaN, string.Empty, step), log);
        }

        AddShared(filter, i, wish, new Intervention(string.Empty, i, raw, safe, double.NaN, string.Empty, step), log);
    }

    private void AddBound(int i, double raw, double safe, long step, in ChannelEnvelope envelope, InterventionLog log)
    {
        ref readonly LimitDescription limits = ref _limits[i];
        bool continuous = !double.IsNaN(envelope.WrapPeriod);
        bool high = continuous ? raw > 0 : raw > envelope.High;
        double limit = continuous ? Math.CopySign(Wrapping.LargestAngle(envelope.WrapPeriod), raw) : high ? envelope.High : envelope.Low;
        Intervention bound = new(GuardCodes.Bound, i, raw, safe, limit, limits.Unit, step);
        if (high ? limits.HighIsWorkspace : limits.LowIsWorkspace)
        {
            bound = bound with { Code = GuardCodes.Workspace };
        }
        else if (high ? limits.HighIsVelocity : limits.LowIsVelocity)
        {
            bound = bound with { Code = GuardCodes.Velocity, Limit = limits.Velocity, Unit = limits.VelocityUnit };
        }

        log.Add(bound);
    }

    private void AddRate(
        LimitFilter filter, ReferenceState reference, int i, double wish, in Intervention blank, InterventionLog log)
    {
        ref readonly ChannelEnvelope envelope = ref filter.Envelopes[i];
        ref readonly LimitDescription limits = ref _limits[i];
        Intervention cause;
        if (envelope.IsRate)
        {
            cause = Math.Abs(wish) > envelope.MaxMotion
                ? blank with { Code = GuardCodes.Acceleration, Limit = limits.Acceleration, Unit = limits.AccelerationUnit }
                : blank with { Code = GuardCodes.Jerk, Limit = limits.Jerk, Unit = limits.JerkUnit };
        }
        else if (Math.Abs(wish) > envelope.MaxMotion)
        {
            cause = blank with { Code = GuardCodes.Velocity, Limit = limits.Velocity, Unit = limits.VelocityUnit };
        }
        else if (IsSoft(reference.Position[i], wish, envelope))
        {
            double soft = wish > 0 ? envelope.SoftHigh : envelope.SoftLow;
            cause = blank with { Code = GuardCodes.SoftLimit, Limit = soft, Unit = limits.Unit };
        }
        else if (Math.Abs(wish - reference.Motion[i]) > envelope.MaxMotionChange)
        {
            cause = blank with { Code = GuardCodes.Acceleration, Limit = limits.Acceleration, Unit = limits.AccelerationUnit };
        }
        else if (Math.Abs(wish - reference.Motion[i] - reference.MotionChange[i]) > envelope.MaxMotionJerk)
        {
            cause = blank with { Code = GuardCodes.Jerk, Limit = limits.Jerk, Unit = limits.JerkUnit };
        }
        else
        {
            double bound = wish > 0 ? envelope.High : envelope.Low;
            cause = blank with { Code = GuardCodes.StoppingDistance, Limit = bound, Unit = limits.Unit };
        }

        log.Add(cause);
    }

    /// <summary>What acts on several channels at once: a vector speed limit, or the slowing of the whole path.</summary>
    private void AddShared(LimitFilter filter, int i, double wish, in Intervention blank, InterventionLog log)
    {
        double own = Math.Min(Math.Max(wish, filter.LowMotion[i]), filter.HighMotion[i]);
        if (IsRounding(own, filter.Motion[i], blank.Raw, blank.Safe))
        {
            return;
        }

        int group = filter.VectorSpeedBinds ? GroupOf(filter, i) : -1;
        log.Add(group >= 0
            ? blank with { Code = GuardCodes.VectorSpeed, Limit = filter.VectorSpeeds[group].MaxPerS, Unit = _vectorUnits[group] }
            : blank with { Code = GuardCodes.PathSlowed, Unit = _layout.Units[i] });
    }

    private static int GroupOf(LimitFilter filter, int channel)
    {
        for (int i = 0; i < filter.VectorSpeeds.Length; i++)
        {
            if (filter.VectorSpeeds[i].Channels.Contains(channel))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsSoft(double position, double wish, in ChannelEnvelope envelope) =>
        (wish > 0 && position > envelope.SoftHigh) || (wish < 0 && position < envelope.SoftLow);

    private static bool IsRounding(double a, double b, double scaleA, double scaleB) =>
        Math.Abs(a - b) <= RelativeRounding * Math.Max(Math.Abs(scaleA), Math.Abs(scaleB));
}
