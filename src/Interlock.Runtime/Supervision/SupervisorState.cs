namespace Interlock.Runtime.Supervision;

/// <summary>Where a session stands. Nothing is sent in <see cref="Idle"/> and <see cref="Armed"/>.</summary>
public enum SupervisorState
{
    /// <summary>Nothing moves and nothing is about to.</summary>
    Idle,

    /// <summary>Checked and ready; nothing moves before a start.</summary>
    Armed,

    /// <summary>The policy's actions go to the robot, through the guard.</summary>
    Running,

    /// <summary>As running, with scaled limits or the fallback policy.</summary>
    Degraded,

    /// <summary>The robot is held; goes on by itself only where the cause is transient and the options allow it.</summary>
    Holding,

    /// <summary>The robot is held and a person is asked.</summary>
    AwaitingHuman,

    /// <summary>A person's actions go to the robot, through the guard.</summary>
    HumanControl,

    /// <summary>Protective stop, latched until a reset on purpose.</summary>
    Stopped,
}
