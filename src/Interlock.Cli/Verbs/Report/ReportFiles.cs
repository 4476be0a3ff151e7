namespace Interlock.Cli.Verbs.Report;

/// <summary>Where <c>report</c> writes; null for not at all.</summary>
/// <param name="Html">The page.</param>
/// <param name="Json">Its JSON twin.</param>
/// <param name="JUnit">JUnit XML.</param>
/// <param name="Sarif">SARIF 2.1.0.</param>
internal sealed record ReportFiles(string? Html, string? Json, string? JUnit, string? Sarif);
