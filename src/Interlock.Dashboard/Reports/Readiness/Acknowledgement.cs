namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>What a person states to have seen at the robot.</summary>
/// <param name="Subject"><c>emergency_stop</c> or <c>deadman</c>, both of the robot's own hardware.</param>
/// <param name="Name">Who.</param>
/// <param name="Date">When, yyyy-MM-dd.</param>
/// <param name="Statement">What was seen, in a sentence.</param>
/// <param name="Robot">The robot it is about; null for any.</param>
/// <param name="File">The file it stands in.</param>
internal sealed record Acknowledgement(string Subject, string Name, string Date, string Statement, string? Robot, string File);
