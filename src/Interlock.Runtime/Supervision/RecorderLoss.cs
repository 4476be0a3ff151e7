namespace Interlock.Runtime.Supervision;

/// <summary>What a broken recorder means for the robot.</summary>
public enum RecorderLoss
{
    /// <summary>Hold, and go on only when a person resumes.</summary>
    Hold,

    /// <summary>Go on, with a finding.</summary>
    Continue,
}
