namespace Interlock.ExecSpec.Drift;

/// <summary>What a specification does not say and would have to for the motion of an idle command to be known.</summary>
[Flags]
public enum NullMotionGaps
{
    /// <summary>Nothing is missing.</summary>
    None = 0,

    /// <summary>What the decoded numbers are measured from.</summary>
    Reference = 1,

    /// <summary>The physical size of a decoded 1.0 on a translation channel.</summary>
    TranslationScale = 2,

    /// <summary>The physical size of a decoded 1.0 on a rotation channel.</summary>
    RotationScale = 4,

    /// <summary>The physical size of a decoded 1.0 on a joint.</summary>
    JointScale = 8,

    /// <summary>The rate of control steps.</summary>
    Rate = 16,

    /// <summary>How many actions of a chunk are executed.</summary>
    Execute = 32,

    /// <summary>A rotation of three numbers: an offset of a quaternion or a 6-D rotation is not an angle.</summary>
    RotationForm = 64,

    /// <summary>Finite statistics.</summary>
    FiniteStatistics = 128,
}
