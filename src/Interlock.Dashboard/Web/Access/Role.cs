namespace Interlock.Dashboard.Web.Access;

/// <summary>What a person at a browser may do.</summary>
internal enum Role
{
    /// <summary>Look.</summary>
    Viewer,

    /// <summary>Look, command the robot, write notes.</summary>
    Operator,
}
