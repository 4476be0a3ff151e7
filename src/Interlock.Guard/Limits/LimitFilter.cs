using Interlock.Core.Contract;
using Interlock.Guard.Channels;

namespace Interlock.Guard.Limits;

/// <summary>
/// Turns a wished command into one that keeps every limit, in the order of design §4: bounds → velocity → acceleration, jerk and stopping
/// distance → vector speed → bounds. With bounds and a step limit alone it equals clip → clamp → clip.
/// </summary>
internal sealed class LimitFilter
{
    private readonly ChannelEnvelope[] _envelopes;
    private readonly SharedLimits _shared;
    private readonly bool _pathConsistent;
    private readonly double[] _target;
    private readonly double[] _wish;
    private readonly double[] _low;
    private readonly double[] _high;
    private readonly double[] _brake;
    private readonly double[] _motion;
    private readonly double[] _motionChange;
    private readonly double[] _command;
    private readonly PassCheck? _passCheck;
    private readonly int _count;

    /// <param name="mayReturn">True lets a channel that stands outside its bounds creep back.</param>
    /// <param name="withoutPassCheck">True leaves the quick way out, so that a test can compare the two.</param>
    public LimitFilter(SafetyContract contract, ChannelLayout layout, bool mayReturn = false, bool withoutPassCheck = false)
    {
        _envelopes = EnvelopeBuilder.Build(contract, layout, mayReturn);
        _shared = new SharedLimits(contract, layout, _envelopes);
        _pathConsistent = contract.RateLimiting == RateLimiting.PathConsistent;
        _count = layout.Count;
        _passCheck = !withoutPassCheck && PassCheck.Covers(_envelopes) && contract.SpeedNorms.Count == 0 ? new PassCheck(_envelopes) : null;
        int count = PassCheck.LanesFor(_count);
        _target = new double[count];
        _wish = new double[count];
        _low = new double[count];
        _high = new double[count];
        _brake = new double[count];
        _motion = new double[count];
        _motionChange = new double[count];
        _command = new double[count];
    }

    public ReadOnlySpan<ChannelEnvelope> Envelopes => _envelopes;

    public ReadOnlySpan<VectorSpeedLimit> VectorSpeeds => _shared.VectorSpeeds;

    /// <summary>The command that keeps every limit.</summary>
    public ReadOnlySpan<double> Command => _command.AsSpan(0, _count);

    /// <summary>The raw command cut to the bounds, on the turn of a continuous joint that is nearest to it.</summary>
    public ReadOnlySpan<double> Target => _target.AsSpan(0, _count);

    /// <summary>Allowed range of each channel's change in this step.</summary>
    public ReadOnlySpan<double> LowMotion => _low.AsSpan(0, _count);

    /// <inheritdoc cref="LowMotion" />
    public ReadOnlySpan<double> HighMotion => _high.AsSpan(0, _count);

    /// <summary>Change of each command.</summary>
    public ReadOnlySpan<double> Motion => _motion.AsSpan(0, _count);

    /// <summary>True when a vector speed limit shortened the motion.</summary>
    public bool VectorSpeedBinds => _shared.VectorSpeedBinds;

    /// <summary>True when the newest action passed without a look at the single limits.</summary>
    public bool PassedAtOnce { get; private set; }

    /// <summary>Channel that has no command inside its limits; −1 when all have.</summary>
    public int InfeasibleChannel { get; private set; }

    /// <summary>Filters a finite command. False when some channel has none that keeps its limits.</summary>
    public bool Apply(ReferenceState reference, ReadOnlySpan<double> raw)
    {
        PassedAtOnce = reference.IsKnown && PassesAtOnce(reference, raw);
        if (PassedAtOnce)
        {
            return true;
        }

        InfeasibleChannel = -1;
        if (!reference.IsKnown)
        {
            // Nothing is known of where the robot is: it is taken to be at rest where it is first sent, inside its bounds.
            reference.AnchorAtTarget(raw, _envelopes);
        }

        if (!FindRanges(reference, raw))
        {
            return false;
        }

        ChooseMotion();
        _shared.Apply(reference, _motion, _brake);
        Release(reference, raw);
        return true;
    }

    private bool PassesAtOnce(ReferenceState reference, ReadOnlySpan<double> raw)
    {
        if (_passCheck is null)
        {
            return false;
        }

        raw.CopyTo(_command);
        return _passCheck.Passes(_command, reference.Position, reference.Motion, _motion, _motionChange);
    }

    /// <summary>Filters the stop: every channel comes to rest as its limits allow (rate channels go to zero).</summary>
    public bool ApplyStop(ReferenceState reference)
    {
        InfeasibleChannel = -1;
        PassedAtOnce = false;
        for (int i = 0; i < _count; i++)
        {
            _target[i] = _envelopes[i].IsRate ? 0 : reference.Position[i];
        }

        if (!reference.IsKnown || !FindRanges(reference, Target))
        {
            return false;
        }

        for (int i = 0; i < _count; i++)
        {
            _motion[i] = _envelopes[i].IsRate ? MotionToZero(reference.Position[i], i) : _brake[i];
        }

        Release(reference, Target);
        return true;
    }

    /// <summary>A rate that is brought to zero must not swing past it: its own change has to have ended there too.</summary>
    private double MotionToZero(double rate, int i)
    {
        double most = _envelopes[i].MaxMotionChange;
        double way = Math.Abs(rate);
        double step = way <= most ? way : StoppingDistance.LargestStep(way, most);
        return Math.Min(Math.Max(-Math.CopySign(step, rate), _low[i]), _high[i]);
    }

    /// <summary>Makes the filtered command the executed one.</summary>
    public void Commit(ReferenceState reference) => reference.Advance(_command, _motion, _motionChange);

    /// <summary>
    /// Takes rest as the command where no command keeps the limits; false when nobody knows where the robot is, and the command is only a
    /// finite vector inside the bounds for callers that do not ask.
    /// </summary>
    public bool CommandRest(ReferenceState reference)
    {
        if (reference.IsKnown)
        {
            WriteRest(reference.Position, _command.AsSpan(0, _count));
            return true;
        }

        for (int i = 0; i < _count; i++)
        {
            _command[i] = Math.Min(Math.Max(0, _envelopes[i].Low), _envelopes[i].High);
        }

        return false;
    }

    /// <summary>Rest is the same position again, and a rate of zero.</summary>
    public void WriteRest(double[] position, Span<double> command)
    {
        for (int i = 0; i < command.Length; i++)
        {
            command[i] = _envelopes[i].IsRate ? 0 : position[i];
        }
    }

    private bool FindRanges(ReferenceState reference, ReadOnlySpan<double> raw)
    {
        double[] positions = reference.Position;
        for (int i = 0; i < _count; i++)
        {
            ref readonly ChannelEnvelope envelope = ref _envelopes[i];
            double position = positions[i];
            double target = double.IsNaN(envelope.WrapPeriod)
                ? Math.Min(Math.Max(raw[i], envelope.Low), envelope.High)
                : position + Wrapping.Difference(raw[i], position, envelope.WrapPeriod);
            double wish = Math.Min(Math.Max(target - position, -double.MaxValue), double.MaxValue);
            MotionRange range = MotionRangeFinder.Find(position, reference.Motion[i], reference.MotionChange[i], wish, envelope);
            _target[i] = target;
            _wish[i] = wish;
            _low[i] = range.Low;
            _high[i] = range.High;
            _brake[i] = range.Brake;
            InfeasibleChannel = range.IsFeasible ? InfeasibleChannel : i;
        }

        return InfeasibleChannel < 0;
    }

    private void ChooseMotion()
    {
        double share = _pathConsistent ? PathScaling.LargestShare(_wish.AsSpan(0, _count), _low, _high, _envelopes) : 1;
        for (int i = 0; i < _count; i++)
        {
            double wish = _envelopes[i].IsGripper ? _wish[i] : share * _wish[i];
            _motion[i] = Math.Min(Math.Max(wish, _low[i]), _high[i]);
        }
    }

    private void Release(ReferenceState reference, ReadOnlySpan<double> raw)
    {
        for (int i = 0; i < _count; i++)
        {
            ref readonly ChannelEnvelope envelope = ref _envelopes[i];
            double position = reference.Position[i];
            double motion = _motion[i];
            bool untouched = motion == _wish[i];
            _command[i] = !double.IsNaN(envelope.WrapPeriod) ? OnTurnOf(raw[i], position + motion, untouched, envelope.WrapPeriod)
                : untouched ? _target[i] : Rounded(position, motion, envelope);
            _motionChange[i] = motion - reference.Motion[i];
        }
    }

    /// <summary>Continuous joints are commanded on the turn that the policy uses, if that is one that a robot can be on.</summary>
    private static double OnTurnOf(double raw, double command, bool untouched, double period)
    {
        if (Wrapping.IsLost(raw, period))
        {
            return Wrapping.Found(command, period);
        }

        return untouched ? raw : raw + Math.IEEERemainder(command - raw, period);
    }

    /// <summary>position + motion, never a rounding error beyond a bound or the step limit.</summary>
    private static double Rounded(double position, double motion, in ChannelEnvelope envelope)
    {
        double command = position + motion;
        if (Math.Abs(command - position) > envelope.MaxMotion)
        {
            command = command > position ? Math.BitDecrement(command) : Math.BitIncrement(command);
        }

        // A channel on its way back from outside is not yet inside.
        double low = Math.Min(envelope.Low, position);
        double high = Math.Max(envelope.High, position);
        return Math.Min(Math.Max(command, low), high);
    }
}
