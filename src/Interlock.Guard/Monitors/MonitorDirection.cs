namespace Interlock.Guard.Monitors;

/// <summary>In which direction a monitor's value means trouble.</summary>
public enum MonitorDirection
{
    /// <summary>Larger is worse.</summary>
    Higher,

    /// <summary>Smaller is worse.</summary>
    Lower,
}
