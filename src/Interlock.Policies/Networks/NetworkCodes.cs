namespace Interlock.Policies.Networks;

/// <summary>Diagnostic codes of this folder; each has a page in <c>docs/codes</c>.</summary>
internal static class NetworkCodes
{
    public const string TensorMissing = "PO180";
    public const string TensorShape = "PO181";
    public const string WeightNotFinite = "PO182";
    public const string UnknownTask = "PO183";
    public const string TensorLeftOver = "PO184";
    public const string NoSamples = "PO185";
}
