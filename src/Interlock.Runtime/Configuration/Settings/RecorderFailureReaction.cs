namespace Interlock.Runtime.Configuration.Settings;

/// <summary>What happens when nothing can be recorded any more.</summary>
public enum RecorderFailureReaction
{
    /// <summary>The robot is held until a person resumes.</summary>
    Hold,

    /// <summary>The run goes on, with a finding.</summary>
    Continue,
}
