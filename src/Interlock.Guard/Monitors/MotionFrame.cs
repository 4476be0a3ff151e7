using Interlock.Guard.Channels;

namespace Interlock.Guard.Monitors;

/// <summary>
/// The newest action with the differences that several monitors share, computed once per step. On channels whose command
/// is a rate the motion is the command itself; on continuous joints differences take the short way round.
/// </summary>
internal sealed class MotionFrame
{
    private readonly ChannelLayout _layout;

    public MotionFrame(ChannelLayout layout)
    {
        _layout = layout;
        Action = new double[layout.Count];
        PreviousAction = new double[layout.Count];
        Motion = new double[layout.Count];
        PreviousMotion = new double[layout.Count];
        SecondDifference = new double[layout.Count];
        ThirdDifference = new double[layout.Count];
    }

    public ChannelLayout Layout => _layout;

    /// <summary>The newest action, a_t.</summary>
    public double[] Action { get; private set; }

    /// <summary>The action before it, a_{t−1}; meaningful when <see cref="Count"/> ≥ 2.</summary>
    public double[] PreviousAction { get; private set; }

    /// <summary>Motion of this step, v_t = a_t − a_{t−1} (the command itself on rate channels); meaningful when <see cref="MotionCount"/> ≥ 1.</summary>
    public double[] Motion { get; private set; }

    /// <summary>v_{t−1}; meaningful when <see cref="MotionCount"/> ≥ 2.</summary>
    public double[] PreviousMotion { get; private set; }

    /// <summary>v_t − v_{t−1}; meaningful when <see cref="MotionCount"/> ≥ 2.</summary>
    public double[] SecondDifference { get; }

    /// <summary>v_t − 2v_{t−1} + v_{t−2}; meaningful when <see cref="MotionCount"/> ≥ 3.</summary>
    public double[] ThirdDifference { get; }

    /// <summary>Actions seen in this episode, the newest included.</summary>
    public long Count { get; private set; }

    /// <summary>Motions seen in this episode, the newest included.</summary>
    public long MotionCount { get; private set; }

    /// <summary>Euclidean norm of <see cref="Motion"/>.</summary>
    public double MotionNorm { get; private set; }

    /// <summary>Sum of absolute values of <see cref="Motion"/>.</summary>
    public double MotionL1 { get; private set; }

    /// <summary>Largest absolute value of <see cref="ThirdDifference"/>.</summary>
    public double MaxThirdDifference { get; private set; }

    /// <summary>What else happened at this step.</summary>
    public StepFacts Facts { get; private set; }

    /// <summary>Takes in the next action of the episode; every value is finite.</summary>
    public void Push(ReadOnlySpan<double> action, in StepFacts facts)
    {
        Facts = facts;
        (Action, PreviousAction) = (PreviousAction, Action);
        (Motion, PreviousMotion) = (PreviousMotion, Motion);
        action.CopyTo(Action);
        Count++;
        if (Count == 1 && !Array.Exists(_layout.IsRate, isRate => isRate))
        {
            return;
        }

        Difference();
    }

    public void Reset()
    {
        Count = 0;
        MotionCount = 0;
        MotionNorm = 0;
        MotionL1 = 0;
        MaxThirdDifference = 0;
    }

    private void Difference()
    {
        MotionCount++;
        double squares = 0;
        double l1 = 0;
        double maxThird = 0;
        for (int i = 0; i < Motion.Length; i++)
        {
            double motion = MotionOf(i);
            double second = motion - PreviousMotion[i];
            double third = second - SecondDifference[i];
            Motion[i] = motion;
            SecondDifference[i] = MotionCount >= 2 ? second : 0;
            ThirdDifference[i] = MotionCount >= 3 ? third : 0;
            squares += motion * motion;
            l1 += Math.Abs(motion);
            maxThird = Math.Max(maxThird, Math.Abs(ThirdDifference[i]));
        }

        MotionNorm = Math.Sqrt(squares);
        MotionL1 = l1;
        MaxThirdDifference = maxThird;
    }

    private double MotionOf(int i)
    {
        if (_layout.IsRate[i])
        {
            return Action[i];
        }

        return Count == 1 ? 0 : Wrapping.Difference(Action[i], PreviousAction[i], _layout.WrapPeriod[i]);
    }
}
