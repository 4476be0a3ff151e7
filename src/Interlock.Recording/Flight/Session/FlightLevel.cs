namespace Interlock.Recording.Flight.Session;

/// <summary>How much a text matters; the numbers are those of <c>foxglove.Log</c>.</summary>
public enum FlightLevel
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>For developers.</summary>
    Debug = 1,

    /// <summary>Worth knowing.</summary>
    Info = 2,

    /// <summary>Somebody should look.</summary>
    Warning = 3,

    /// <summary>Something failed.</summary>
    Error = 4,

    /// <summary>The run ended because of it.</summary>
    Fatal = 5,
}
