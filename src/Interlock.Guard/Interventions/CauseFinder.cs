using Interlock.Core.Contract;
using Interlock.Guard.Channels;
using Interlock.Guard.Limits;

namespace Interlock.Guard.Interventions;

/// <summary>Says, for every channel that the filter changed, which limits did it, in the order in which they act.</summary>
internal sealed class CauseFinder
{
    /// <summary>Rounding of a sum of two positions, relative to the larger; a smaller difference is no change by a limit.</summary>
    private const double RelativeRounding = 1e-12;

    private readonly LimitFilter _filter;
    private readonly ReferenceState _reference;
    private readonly InterventionLog _log;
    private readonly ChannelReasons[] _reasons;
    private readonly int[] _vectorReasons;

    public CauseFinder(
        SafetyContract contract, ChannelLayout layout, LimitFilter filter, ReferenceState reference, InterventionLog log, ReasonTable table)
    {
        _filter = filter;
        _reference = reference;
        _log = log;
        _reasons = [.. Enumerable.Range(0, layout.Count).Select(i => ChannelReasons.Of(contract, i, layout, filter.Envelopes[i], table))];
        _vectorReasons = [.. contract.SpeedNorms.Select(norm =>
            table.Add(GuardCodes.VectorSpeed, norm.Max, $"{layout.Units[Array.IndexOf(layout.Names, norm.Channels[0])]}/s"))];
    }

    public void Explain(ReadOnlySpan<double> raw)
    {
        ReadOnlySpan<double> command = _filter.Command;
        for (int i = 0; i < raw.Length; i++)
        {
            if (command[i] != raw[i])
            {
                ExplainChannel(i, raw[i], command[i]);
            }
        }
    }

    private void ExplainChannel(int i, double raw, double safe)
    {
        ref readonly ChannelEnvelope envelope = ref _filter.Envelopes[i];
        StepMotion step = _filter.Step;
        double target = step.Target[i];
        double position = _reference.Position[i];
        if (double.IsNaN(envelope.WrapPeriod) ? target != raw : Wrapping.IsLost(raw, envelope.WrapPeriod))
        {
            _log.Add(IsAboveRange(raw, envelope) ? _reasons[i].AboveRange : _reasons[i].BelowRange, i, raw, safe);
        }

        double wish = target - position;
        if (IsRounding(wish, step.Motion[i], target, position))
        {
            return;
        }

        if (wish > step.High[i] || wish < step.Low[i])
        {
            _log.Add(RateReason(i, wish, position, envelope), i, raw, safe);
        }

        // What acts on several channels at once: a vector speed limit, or the slowing of the whole path.
        double own = Math.Min(Math.Max(wish, step.Low[i]), step.High[i]);
        if (!IsRounding(own, step.Motion[i], raw, safe))
        {
            _log.Add(SharedReason(i), i, raw, safe);
        }
    }

    private static bool IsAboveRange(double raw, in ChannelEnvelope envelope) =>
        double.IsNaN(envelope.WrapPeriod) ? raw > envelope.High : raw > 0;

    private int RateReason(int i, double wish, double position, in ChannelEnvelope envelope)
    {
        ref readonly ChannelReasons reasons = ref _reasons[i];
        if (Math.Abs(wish) > envelope.MaxMotion)
        {
            return envelope.IsRate ? reasons.Acceleration : reasons.Velocity;
        }

        if (envelope.IsRate)
        {
            return reasons.Jerk;
        }

        if (IsSoft(position, wish, envelope))
        {
            return wish > 0 ? reasons.SoftHigh : reasons.SoftLow;
        }

        double change = wish - _reference.Motion[i];
        return Math.Abs(change) > envelope.MaxMotionChange ? reasons.Acceleration
            : Math.Abs(change - _reference.MotionChange[i]) > envelope.MaxMotionJerk ? reasons.Jerk
            : wish > 0 ? reasons.StopHigh : reasons.StopLow;
    }

    private int SharedReason(int i)
    {
        int group = _filter.VectorSpeedBinds ? GroupOf(i) : -1;
        return group >= 0 ? _vectorReasons[group] : _reasons[i].PathSlowed;
    }

    private int GroupOf(int channel)
    {
        for (int i = 0; i < _filter.VectorSpeeds.Length; i++)
        {
            if (_filter.VectorSpeeds[i].Channels.Contains(channel))
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
