namespace Interlock.ExecSpec.Import.Groot;

/// <summary>Codes of findings about GR00T; each has a page in <c>docs/codes</c>.</summary>
internal static class GrootCode
{
    public const string TagMissing = "EX180";
    public const string Slices = "EX181";
    public const string GroupsDiffer = "EX182";
    public const string SchemeAssumed = "EX183";
    public const string Rotation = "EX184";
    public const string Reference = "EX185";
    public const string NotContinuous = "EX186";
    public const string RelativeStatistics = "EX187";
    public const string OutsideRange = "EX188";
    public const string OrderNotStated = "EX189";
}
