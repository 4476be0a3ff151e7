namespace Interlock.Runtime.Supervision;

/// <summary>How the robot's link is doing.</summary>
public enum RobotHealth
{
    /// <summary>Answers and takes commands.</summary>
    Up,

    /// <summary>Cannot be reached.</summary>
    Lost,

    /// <summary>Answers, and does not take commands.</summary>
    Refusing,
}
