namespace Interlock.Dashboard.Reports.Facts;

/// <summary>How long something held.</summary>
/// <param name="Strip"><c>supervisor</c>, <c>verdict</c> or <c>source</c>.</param>
/// <param name="Value">Word.</param>
/// <param name="Steps">Steps of it, exact.</param>
/// <param name="Seconds">Steps divided by the rate.</param>
/// <param name="Share">Of all steps.</param>
internal sealed record StateFacts(string Strip, string Value, long Steps, double Seconds, double Share);
