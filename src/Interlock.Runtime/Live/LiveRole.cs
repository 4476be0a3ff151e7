namespace Interlock.Runtime.Live;

/// <summary>What a viewer may do.</summary>
public enum LiveRole
{
    /// <summary>Look.</summary>
    Viewer,

    /// <summary>Look and command.</summary>
    Operator,
}
