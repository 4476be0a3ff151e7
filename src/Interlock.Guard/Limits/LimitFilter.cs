using System.Numerics;
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
    private readonly RangeLanes? _ranges;
    private readonly CommandLanes _commands;
    private readonly int[] _turning;
    private readonly PassCheck? _passCheck;
    private readonly int _count;

    /// <param name="mayReturn">True lets a channel that stands outside its bounds creep back.</param>
    /// <param name="channelByChannel">True looks at every limit of every channel on its own, so that a test can compare the two.</param>
    public LimitFilter(SafetyContract contract, ChannelLayout layout, bool mayReturn = false, bool channelByChannel = false)
    {
        _envelopes = EnvelopeBuilder.Build(contract, layout, mayReturn);
        _shared = new SharedLimits(contract, layout, _envelopes);
        _pathConsistent = contract.RateLimiting == RateLimiting.PathConsistent;
        _count = layout.Count;
        _turning = [.. Enumerable.Range(0, _count).Where(i => !double.IsNaN(_envelopes[i].WrapPeriod))];
        Limits = new LimitLanes(_envelopes);
        _passCheck = !channelByChannel && PassCheck.Covers(_envelopes) && contract.SpeedNorms.Count == 0 ? new PassCheck(Limits) : null;
        _ranges = channelByChannel ? null : new RangeLanes(Limits);
        _commands = new CommandLanes(Limits);
        Step = new StepMotion(Limits.Length);
    }

    /// <summary>The envelopes as arrays.</summary>
    public LimitLanes Limits { get; }

    /// <summary>The numbers of the newest step.</summary>
    public StepMotion Step { get; }

    public ReadOnlySpan<ChannelEnvelope> Envelopes => _envelopes;

    /// <summary>The continuous joints.</summary>
    public ReadOnlySpan<int> Turning => _turning;

    public ReadOnlySpan<VectorSpeedLimit> VectorSpeeds => _shared.VectorSpeeds;

    /// <summary>The command that keeps every limit.</summary>
    public ReadOnlySpan<double> Command => Step.Command.AsSpan(0, _count);

    /// <summary>True when a vector speed limit shortened the motion.</summary>
    public bool VectorSpeedBinds => _shared.VectorSpeedBinds;

    /// <summary>True when the newest action passed without a look at the single limits.</summary>
    public bool PassedAtOnce { get; private set; }

    /// <summary>Channel that has no command inside its limits; −1 when all have.</summary>
    public int InfeasibleChannel { get; private set; }

    /// <summary>Filters a finite command. False when some channel has none that keeps its limits.</summary>
    public bool Apply(ReferenceState reference, ReadOnlySpan<double> raw)
    {
        raw.CopyTo(Step.Raw);
        PassedAtOnce = reference.IsKnown && _passCheck is not null && _passCheck.Passes(reference, Step);
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

        if (!FindRanges(reference))
        {
            return false;
        }

        _commands.ChooseMotion(Step, _pathConsistent ? PathScaling.LargestShare(Step.Wish.AsSpan(0, _count), Step.Low, Step.High, _envelopes) : 1);
        _shared.Apply(reference, Step.Motion, Step.Brake);
        Release(reference, raw);
        return true;
    }

    /// <summary>Filters the stop: every channel comes to rest as its limits allow (rate channels go to zero).</summary>
    public bool ApplyStop(ReferenceState reference)
    {
        InfeasibleChannel = -1;
        PassedAtOnce = false;
        for (int i = 0; i < _count; i++)
        {
            Step.Raw[i] = _envelopes[i].IsRate ? 0 : reference.Position[i];
        }

        if (!reference.IsKnown || !FindRanges(reference))
        {
            return false;
        }

        for (int i = 0; i < _count; i++)
        {
            Step.Motion[i] = _envelopes[i].IsRate ? MotionToZero(reference.Position[i], i) : Step.Brake[i];
        }

        Release(reference, Step.Target);
        return true;
    }

    /// <summary>A rate that is brought to zero must not swing past it: its own change has to have ended there too.</summary>
    private double MotionToZero(double rate, int i)
    {
        double most = _envelopes[i].MaxMotionChange;
        double way = Math.Abs(rate);
        double step = way <= most ? way : StoppingDistance.LargestStep(way, most);
        return Math.Min(Math.Max(-Math.CopySign(step, rate), Step.Low[i]), Step.High[i]);
    }

    /// <summary>Makes the filtered command the executed one.</summary>
    public void Commit(ReferenceState reference) => reference.Advance(Step.Command, Step.Motion, Step.MotionChange);

    /// <summary>
    /// Takes rest as the command where no command keeps the limits; false when nobody knows where the robot is, and the command is only a
    /// finite vector inside the bounds for callers that do not ask.
    /// </summary>
    public bool CommandRest(ReferenceState reference)
    {
        if (reference.IsKnown)
        {
            WriteRest(reference.Position, Step.Command.AsSpan(0, _count));
            return true;
        }

        for (int i = 0; i < _count; i++)
        {
            Step.Command[i] = Math.Min(Math.Max(0, _envelopes[i].Low), _envelopes[i].High);
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

    private bool FindRanges(ReferenceState reference)
    {
        int width = Vector<double>.Count;
        for (int first = 0; first < _count; first += width)
        {
            if (_ranges is not null && _ranges.TryFind(first, reference, Step))
            {
                continue;
            }

            int end = Math.Min(first + width, _count);
            for (int i = first; i < end; i++)
            {
                FindRange(reference, i);
            }
        }

        return InfeasibleChannel < 0;
    }

    private void FindRange(ReferenceState reference, int i)
    {
        ref readonly ChannelEnvelope envelope = ref _envelopes[i];
        double position = reference.Position[i];
        double raw = Step.Raw[i];
        double target = double.IsNaN(envelope.WrapPeriod)
            ? Math.Min(Math.Max(raw, envelope.Low), envelope.High)
            : position + Wrapping.Difference(raw, position, envelope.WrapPeriod);
        double wish = Math.Min(Math.Max(target - position, -double.MaxValue), double.MaxValue);
        MotionRange range = MotionRangeFinder.Find(position, reference.Motion[i], reference.MotionChange[i], wish, envelope);
        Step.Target[i] = target;
        Step.Wish[i] = wish;
        Step.Low[i] = range.Low;
        Step.High[i] = range.High;
        Step.Brake[i] = range.Brake;
        InfeasibleChannel = range.IsFeasible ? InfeasibleChannel : i;
    }

    private void Release(ReferenceState reference, ReadOnlySpan<double> raw)
    {
        _commands.Release(reference, Step);
        foreach (int i in _turning)
        {
            double motion = Step.Motion[i];
            Step.Command[i] = OnTurnOf(raw[i], reference.Position[i] + motion, motion == Step.Wish[i], _envelopes[i].WrapPeriod);
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
}
