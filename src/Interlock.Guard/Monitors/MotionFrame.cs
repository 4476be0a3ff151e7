using System.Numerics;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors;

/// <summary>
/// The newest action with the differences that several monitors share, computed once per step. On channels whose command
/// is a rate the motion is the command itself; on continuous joints differences take the short way round.
/// </summary>
internal sealed class MotionFrame
{
    /// <summary>
    /// Magnitude to which actions are cut before anything is computed from them, in channel units: no robot has such a
    /// command, and every difference, square and sum of squares below stays finite.
    /// </summary>
    public const double LargestMagnitude = 1e60;

    private readonly Vector<double>[] _unwrapped;

    public MotionFrame(ChannelLayout layout)
        : this(new ChannelLanes(layout))
    {
    }

    public MotionFrame(ChannelLanes channels)
    {
        Channels = channels;
        int count = channels.Count;
        ActionLanes = Lanes.Zeros(count);
        PreviousActionLanes = Lanes.Zeros(count);
        MotionLanes = Lanes.Zeros(count);
        PreviousMotionLanes = Lanes.Zeros(count);
        SecondDifferenceLanes = Lanes.Zeros(count);
        ThirdDifferenceLanes = Lanes.Zeros(count);
        _unwrapped = Lanes.Zeros(count);
    }

    public ChannelLanes Channels { get; }

    public ChannelLayout Layout => Channels.Layout;

    /// <summary>The newest action, a_t.</summary>
    public ReadOnlySpan<double> Action => Lanes.Scalars(ActionLanes)[..Channels.Count];

    /// <summary>The action before it, a_{t−1}; meaningful when <see cref="Count"/> ≥ 2.</summary>
    public ReadOnlySpan<double> PreviousAction => Lanes.Scalars(PreviousActionLanes)[..Channels.Count];

    /// <summary>
    /// Motion of this step, v_t = a_t − a_{t−1} (the command itself on rate channels); meaningful when <see
    /// cref="MotionCount"/> ≥ 1.
    /// </summary>
    public ReadOnlySpan<double> Motion => Lanes.Scalars(MotionLanes)[..Channels.Count];

    /// <summary>v_{t−1}; meaningful when <see cref="MotionCount"/> ≥ 2.</summary>
    public ReadOnlySpan<double> PreviousMotion => Lanes.Scalars(PreviousMotionLanes)[..Channels.Count];

    /// <summary>v_t − v_{t−1}; 0 while <see cref="MotionCount"/> &lt; 2.</summary>
    public ReadOnlySpan<double> SecondDifference => Lanes.Scalars(SecondDifferenceLanes)[..Channels.Count];

    /// <summary>v_t − 2v_{t−1} + v_{t−2}; 0 while <see cref="MotionCount"/> &lt; 3.</summary>
    public ReadOnlySpan<double> ThirdDifference => Lanes.Scalars(ThirdDifferenceLanes)[..Channels.Count];

    public Vector<double>[] ActionLanes { get; }

    public Vector<double>[] PreviousActionLanes { get; }

    public Vector<double>[] MotionLanes { get; }

    public Vector<double>[] PreviousMotionLanes { get; }

    public Vector<double>[] SecondDifferenceLanes { get; }

    public Vector<double>[] ThirdDifferenceLanes { get; }

    /// <summary>The action with full turns of continuous joints added up instead of jumping back.</summary>
    public Vector<double>[] UnwrappedLanes => Channels.HasWraps ? _unwrapped : ActionLanes;

    /// <summary>Actions seen in this episode, the newest included.</summary>
    public long Count { get; private set; }

    /// <summary>Motions seen in this episode, the newest included.</summary>
    public long MotionCount { get; private set; }

    /// <summary>Squared Euclidean norm of <see cref="Motion"/> over the channels that are no gripper.</summary>
    public double ArmMotionSquared { get; private set; }

    /// <summary>Sum of absolute values of <see cref="Motion"/>, grippers included.</summary>
    public double MotionL1 { get; private set; }

    /// <summary>What else happened at this step.</summary>
    public StepFacts Facts { get; private set; }

    /// <summary>Takes in the next action of the episode; every value is finite.</summary>
    public void Push(ReadOnlySpan<double> action, in StepFacts facts)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(action.Length, Channels.Count);
        Facts = facts;
        Count++;
        MotionCount = Channels.HasRates ? Count : Count - 1;
        Shift(action);
        if (MotionCount == Count)
        {
            UseRates();
        }

        if (Channels.HasWraps)
        {
            Unwrap();
        }

        Difference();
    }

    public void Reset()
    {
        Count = 0;
        MotionCount = 0;
        ArmMotionSquared = 0;
        MotionL1 = 0;
        Facts = default;
        Array.Clear(ActionLanes);
        Array.Clear(PreviousActionLanes);
        Array.Clear(MotionLanes);
        Array.Clear(PreviousMotionLanes);
        Array.Clear(SecondDifferenceLanes);
        Array.Clear(ThirdDifferenceLanes);
        Array.Clear(_unwrapped);
    }

    // Values move from array to array; swapping the arrays themselves would cost the collector's write barriers at every step.
    private void Shift(ReadOnlySpan<double> action)
    {
        Vector<double> largest = new(LargestMagnitude);
        Vector<double> firstKnown = new(Count >= 2 ? 1 : 0);
        Vector<double>[] actions = ActionLanes;
        Vector<double>[] previous = PreviousActionLanes;
        Vector<double>[] motions = MotionLanes;
        Vector<double>[] previousMotions = PreviousMotionLanes;
        for (int i = 0; i < actions.Length; i++)
        {
            Vector<double> old = actions[i];
            Vector<double> value = Lanes.Load(action, i);
            value = Vector.MinNative(Vector.MaxNative(value, -largest), largest);
            previousMotions[i] = motions[i];
            previous[i] = old;
            actions[i] = value;
            motions[i] = (value - old) * firstKnown;
        }
    }

    private void UseRates()
    {
        for (int i = 0; i < MotionLanes.Length; i++)
        {
            MotionLanes[i] = Vector.ConditionalSelect(Channels.RateMask[i], ActionLanes[i], MotionLanes[i]);
        }
    }

    private void Unwrap()
    {
        for (int i = 0; i < _unwrapped.Length; i++)
        {
            Vector<double> motion = Vector.ConditionalSelect(Channels.RateMask[i], MotionLanes[i], Channels.ShortWay(i, MotionLanes[i]));
            Vector<double> turned = Count == 1 ? ActionLanes[i] : _unwrapped[i] + motion;
            MotionLanes[i] = motion;
            _unwrapped[i] = Vector.ConditionalSelect(Channels.WrapMask[i], turned, ActionLanes[i]);
        }
    }

    private void Difference()
    {
        Vector<double> secondKnown = new(MotionCount >= 2 ? 1 : 0);
        Vector<double> thirdKnown = new(MotionCount >= 3 ? 1 : 0);
        Vector<double> squares = Vector<double>.Zero;
        Vector<double> absolutes = Vector<double>.Zero;
        Vector<double>[] motions = MotionLanes;
        Vector<double>[] previousMotions = PreviousMotionLanes;
        Vector<double>[] seconds = SecondDifferenceLanes;
        Vector<double>[] thirds = ThirdDifferenceLanes;
        Vector<double>[] armWeight = Channels.ArmWeight;
        for (int i = 0; i < motions.Length; i++)
        {
            Vector<double> motion = motions[i];
            Vector<double> second = (motion - previousMotions[i]) * secondKnown;
            thirds[i] = (second - seconds[i]) * thirdKnown;
            seconds[i] = second;
            squares += motion * motion * armWeight[i];
            absolutes += Vector.Abs(motion);
        }

        ArmMotionSquared = Vector.Sum(squares);
        MotionL1 = Vector.Sum(absolutes);
    }
}
