namespace Interlock.Dashboard.Reports.Facts;

/// <summary>A check of the gate, from the receipt in the recording.</summary>
internal sealed record GateFacts(string Code, string Status, string Subject, string Message);
