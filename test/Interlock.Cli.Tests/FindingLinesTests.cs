using Interlock.Core.Diagnostics;

namespace Interlock.Cli.Tests;

public sealed class FindingLinesTests
{
    [Fact]
    public void A_code_that_repeats_is_shown_twice_and_counted()
    {
        IEnumerable<Diagnostic> findings = Enumerable.Range(0, 20).Select(i => new Diagnostic("GD435", DiagnosticSeverity.Info, $"channel {i} never moves"));

        Assert.Equal(
            ["info: GD435 channel 0 never moves", "info: GD435 channel 1 never moves", "info: … and 18 more of GD435 (all of them with --json)"],
            FindingLines.Of(findings, " (all of them with --json)"));
    }

    [Fact]
    public void Errors_come_last_and_the_first_of_them_is_the_last_line()
    {
        Diagnostic[] findings =
        [
            new("CT010", DiagnosticSeverity.Error, "first"),
            new("CT020", DiagnosticSeverity.Warning, "odd"),
            new("CT011", DiagnosticSeverity.Error, "second"),
            new("CT010", DiagnosticSeverity.Error, "third"),
            new("CT010", DiagnosticSeverity.Error, "fourth"),
        ];

        Assert.Equal(
            ["warning: CT020 odd", "error: CT011 second", "error: CT010 fourth", "error: CT010 third", "error: CT010 first"],
            FindingLines.Of(findings, string.Empty));
    }
}
