namespace Interlock.Policies.Confidence;

/// <summary>What of two consecutive chunks is compared where they speak about the same steps.</summary>
public enum OverlapKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The chunks to execute: root mean square difference.</summary>
    Executed = 1,

    /// <summary>All alternative chunks as two clouds of points: energy distance. Needs two or more in every answer.</summary>
    Samples = 2,
}
