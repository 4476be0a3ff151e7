namespace Interlock.Policies.Local;

/// <summary>Diagnostic codes of this folder; each has a page in <c>docs/codes</c>.</summary>
internal static class LocalCodes
{
    public const string Waypoints = "PO175";
    public const string StateDoesNotFit = "PO176";
    public const string Recording = "PO177";
    public const string FunctionFailed = "PO178";
}
