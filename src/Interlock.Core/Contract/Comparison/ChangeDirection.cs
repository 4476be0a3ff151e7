namespace Interlock.Core.Contract.Comparison;

/// <summary>Whether a change lets the robot do more or less.</summary>
public enum ChangeDirection
{
    /// <summary>Neither, or it cannot be said.</summary>
    Different,

    /// <summary>More is allowed than before.</summary>
    Looser,

    /// <summary>Less is allowed than before.</summary>
    Tighter,
}
