namespace Interlock.Runtime.Loop;

/// <summary>Whose action a tick executes.</summary>
internal enum MotionSource
{
    /// <summary>Nothing is sent.</summary>
    None,

    /// <summary>The plan's.</summary>
    Policy,

    /// <summary>A person's.</summary>
    Human,

    /// <summary>On the way from the last command to a person's action, or back to the plan's.</summary>
    Blend,

    /// <summary>Coming to rest, or at rest.</summary>
    Stop,
}
