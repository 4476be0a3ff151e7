namespace Interlock.Recording.Flight.Encoding;

/// <summary>Names of the streams of a recording.</summary>
internal static class FlightTopics
{
    public const string PolicyRaw = "/policy/action_raw";
    public const string PolicyAction = "/policy/action";
    public const string PolicyChunk = "/policy/chunk";
    public const string Guarded = "/guard/command";
    public const string Executed = "/robot/executed";
    public const string State = "/robot/state";
    public const string JointStates = "/robot/joint_states";
    public const string Force = "/robot/force";
    public const string Monitors = "/guard/monitors";
    public const string Verdict = "/guard/verdict";
    public const string GuardEvents = "/guard/events";
    public const string Supervisor = "/supervisor/state";
    public const string Timing = "/loop/timing";
    public const string Events = "/events";
    public const string Log = "/log";

    public static string Image(string camera) => $"/camera/{camera}/image";

    /// <summary>RGB images have another schema, and a stream has one.</summary>
    public static string RawImage(string camera) => $"/camera/{camera}/image_raw";
}
