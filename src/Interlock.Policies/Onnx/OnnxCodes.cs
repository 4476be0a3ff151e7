namespace Interlock.Policies.Onnx;

/// <summary>Diagnostic codes of this folder; each has a page in <c>docs/codes</c>.</summary>
internal static class OnnxCodes
{
    public const string LibraryMissing = "PO140";
    public const string LibraryUnusable = "PO141";
    public const string FileMissing = "PO142";
    public const string FileDamaged = "PO143";
    public const string GraphRefused = "PO144";
    public const string InputUndeclared = "PO145";
    public const string InputUnknown = "PO146";
    public const string InputUnsuitable = "PO147";
    public const string OutputUnclear = "PO148";
    public const string OutputShape = "PO149";
    public const string InferenceFailed = "PO150";
    public const string StateLength = "PO151";
    public const string ImageUnusable = "PO152";
    public const string TaskUnknown = "PO153";
    public const string PrefixLength = "PO154";
    public const string SettingOutOfRange = "PO155";
    public const string StagesDisagree = "PO156";
}
