namespace Interlock.Runtime.Live;

/// <summary>Diagnostic codes of the live feed; each has a page in <c>docs/codes</c>.</summary>
internal static class LiveCodes
{
    public const string Listen = "RT250";
    public const string Tokens = "RT251";
    public const string NotAllowed = "RT252";
    public const string Origin = "RT253";
    public const string Subprotocol = "RT254";
    public const string TooMany = "RT255";
    public const string Rules = "RT256";
    public const string Slow = "RT257";
    public const string CommandRefused = "RT258";
    public const string CommandsTooFast = "RT259";
}
