namespace Interlock.Runtime;

/// <summary>Diagnostic codes of session, meaning and inference; each has a page in <c>docs/codes</c>.</summary>
internal static class RuntimeCodes
{
    public const string ActionDimension = "RT140";
    public const string SpecChannels = "RT141";
    public const string ChannelUnits = "RT142";
    public const string RelativeOrientation = "RT143";
    public const string StepDisplacementRate = "RT144";
    public const string InferenceTimeout = "RT145";
    public const string PolicyCrashed = "RT146";
    public const string AnswerTooLong = "RT147";
    public const string WarnGateOnHardware = "RT148";
    public const string GateRefused = "RT149";
    public const string SettingsContradict = "RT150";
    public const string NoRate = "RT151";
    public const string EmptyAnswer = "RT152";
    public const string ActionShift = "RT153";
    public const string WallClockStepped = "RT160";
}
