namespace Interlock.Policies.Files;

/// <summary>Diagnostic codes of this folder; each has a page in <c>docs/codes</c>.</summary>
internal static class FileCodes
{
    public const string Unreadable = "PO170";
    public const string NotJson = "PO171";
    public const string UnknownKey = "PO172";
    public const string WrongKind = "PO173";
    public const string OutOfRange = "PO174";
}
