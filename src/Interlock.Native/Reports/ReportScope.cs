namespace Interlock.Native.Reports;

/// <summary>What a report covers.</summary>
internal enum ReportScope
{
    Episode = 0,
    Session = 1,
}
