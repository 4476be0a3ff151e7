namespace Interlock.Dashboard.Reports.Machine;

/// <summary>A test case.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Failure">Why it failed, in a sentence; null where it did not.</param>
/// <param name="Skipped">Why it could not be judged; null where it was.</param>
internal sealed record TestCase(string Name, string? Failure = null, string? Skipped = null);
