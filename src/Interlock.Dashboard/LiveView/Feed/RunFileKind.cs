namespace Interlock.Dashboard.LiveView.Feed;

/// <summary>What a file of a run tells.</summary>
internal enum RunFileKind
{
    /// <summary>Limits.</summary>
    Contract,

    /// <summary>Thresholds and bands of the monitors.</summary>
    Calibration,

    /// <summary>The robot's links and joints.</summary>
    Urdf,

    /// <summary>What a session of a proxy says about itself.</summary>
    Facts,
}
