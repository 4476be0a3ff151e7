namespace Interlock.Native.Reports;

/// <summary>The scopes as numbers of <c>interlock.h</c>.</summary>
internal static class ReportScopes
{
    public static ReportScope Of(int scope) =>
        Enum.IsDefined((ReportScope)scope) ? (ReportScope)scope : throw new ArgumentException($"scope: there is no scope {scope}");
}
