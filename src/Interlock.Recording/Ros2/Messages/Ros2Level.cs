namespace Interlock.Recording.Ros2.Messages;

/// <summary>Levels of <c>rcl_interfaces/msg/Log</c>.</summary>
internal enum Ros2Level : byte
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>For developers.</summary>
    Debug = 10,

    /// <summary>Worth knowing.</summary>
    Info = 20,

    /// <summary>Somebody should look.</summary>
    Warn = 30,

    /// <summary>Something failed.</summary>
    Error = 40,

    /// <summary>The run ended because of it.</summary>
    Fatal = 50,
}
