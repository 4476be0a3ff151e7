namespace Interlock.Recording.Flight.Steps;

/// <summary>What an event is about. The first four are of the guard and go to <c>/guard/events</c>, the others to <c>/events</c>.</summary>
public enum FlightEventKind
{
    /// <summary>The guard changed or refused an action.</summary>
    Intervention,

    /// <summary>An alarm fired.</summary>
    Alarm,

    /// <summary>The robot was stopped and stays so until a reset.</summary>
    Stop,

    /// <summary>A stop was reset on purpose.</summary>
    Reset,

    /// <summary>The supervisor changed its state; the value is the new state's index, the limit the old one's.</summary>
    Supervisor,

    /// <summary>Something failed: policy, robot, camera, clock.</summary>
    Fault,

    /// <summary>A watchdog ran out.</summary>
    Watchdog,

    /// <summary>A person took over, corrected or handed back.</summary>
    Human,

    /// <summary>An episode began; the value is its number.</summary>
    EpisodeStart,

    /// <summary>An episode ended; the value is its number.</summary>
    EpisodeEnd,

    /// <summary>A mark that somebody set.</summary>
    Mark,
}
