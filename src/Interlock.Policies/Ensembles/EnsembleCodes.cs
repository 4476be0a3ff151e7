namespace Interlock.Policies.Ensembles;

/// <summary>Diagnostic codes of this folder; each has a page in <c>docs/codes</c>.</summary>
internal static class EnsembleCodes
{
    public const string MembersDisagree = "PO186";
    public const string AllFailed = "PO187";
    public const string MemberLate = "PO188";
    public const string MemberFailed = "PO189";
}
