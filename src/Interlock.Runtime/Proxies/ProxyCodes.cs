namespace Interlock.Runtime.Proxies;

/// <summary>Diagnostic codes of the wire proxies; each has a page in <c>docs/codes</c>.</summary>
internal static class ProxyCodes
{
    public const string Address = "RT200";
    public const string PortTaken = "RT201";
    public const string NotHttp = "RT202";
    public const string NotAllowed = "RT203";
    public const string NoState = "RT204";
    public const string WrongMessage = "RT205";
    public const string WrongWidth = "RT206";
    public const string WrongDtype = "RT207";
    public const string Unreachable = "RT208";
    public const string Silent = "RT209";
    public const string Cut = "RT210";
    public const string Unasked = "RT211";
    public const string NoCommand = "RT212";
    public const string TooLong = "RT213";
    public const string Moved = "RT214";
    public const string Settings = "RT215";
    public const string TooMany = "RT216";
    public const string Latched = "RT217";
    public const string NotRecorded = "RT218";
    public const string Taken = "RT219";
    public const string Stale = "RT220";
    public const string Disorder = "RT221";
    public const string Seam = "RT222";
    public const string ToldAgain = "RT223";
    public const string MeaningMissing = "RT230";
    public const string NotWritable = "RT231";
    public const string WrongReading = "RT232";
    public const string NotExpressible = "RT233";
    public const string GateIncomplete = "RT234";
    public const string OtherPolicy = "RT235";
    public const string AlarmReaction = "RT236";
    public const string Certificate = "RT237";
    public const string Handshake = "RT238";
    public const string Untrusted = "RT239";
    public const string WebSocketRules = "RT240";
}
