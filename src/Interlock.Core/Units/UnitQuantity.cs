namespace Interlock.Core.Units;

/// <summary>The physical quantity that a unit measures.</summary>
public enum UnitQuantity
{
    /// <summary>Not declared.</summary>
    Undeclared,

    /// <summary>Angle; SI unit radian.</summary>
    Angle,

    /// <summary>Length; SI unit metre.</summary>
    Length,

    /// <summary>Dimensionless ratio.</summary>
    Ratio,

    /// <summary>A device's own counts, without a known scale.</summary>
    Raw,
}
