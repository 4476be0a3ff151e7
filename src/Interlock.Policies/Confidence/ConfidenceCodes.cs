namespace Interlock.Policies.Confidence;

/// <summary>Diagnostic codes of this folder; each has a page in <c>docs/codes</c>.</summary>
internal static class ConfidenceCodes
{
    public const string TooFewEpisodes = "PO190";
    public const string NoFiniteThreshold = "PO191";
    public const string Inconsistent = "PO192";
    public const string DoesNotFit = "PO193";
    public const string Reference = "PO194";
}
