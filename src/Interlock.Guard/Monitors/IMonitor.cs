namespace Interlock.Guard.Monitors;

/// <summary>One number about the motion, updated every step in constant memory, without allocation.</summary>
internal interface IMonitor
{
    MonitorInfo Info { get; }

    /// <summary>Value at the newest step; NaN until enough steps were seen.</summary>
    double StepValue { get; }

    /// <summary>Value for the episode so far; NaN until enough steps were seen.</summary>
    double EpisodeValue { get; }

    void Observe(MotionFrame frame);

    void Reset();
}
