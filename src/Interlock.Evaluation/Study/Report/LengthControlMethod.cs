namespace Interlock.Evaluation.Study.Report;

/// <summary>How episode length was taken out of a comparison, best first.</summary>
public enum LengthControlMethod
{
    /// <summary>Every episode cut to the same number of steps; needs step data.</summary>
    CommonHorizon,

    /// <summary>Only pairs of a failure and a success of nearly the same length; needs overlapping lengths.</summary>
    LengthMatched,

    /// <summary>The value per step; takes away growth, but not what happens late in an episode.</summary>
    PerStep,
}
