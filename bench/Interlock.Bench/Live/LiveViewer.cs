namespace Interlock.Bench.Live;

/// <summary>Who is connected to the live feed while a loop is measured.</summary>
internal enum LiveViewer
{
    /// <summary>There is no feed.</summary>
    None,

    /// <summary>Nobody.</summary>
    Idle,

    /// <summary>A process that subscribed to everything and reads it.</summary>
    Reading,

    /// <summary>A process that subscribed to everything and reads nothing.</summary>
    Hanging,

    /// <summary>A reading process, killed half-way.</summary>
    ReadingKilled,

    /// <summary>The dashboard of the command line.</summary>
    Dashboard,

    /// <summary>The dashboard, killed half-way.</summary>
    DashboardKilled,

    /// <summary>The dashboard, and a browser without a window that shows its live page.</summary>
    Browser,
}
