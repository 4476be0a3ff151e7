using System.Text.RegularExpressions;

namespace Interlock.Architecture.Tests;

/// <summary>Every diagnostic code has a page, and every page has a code.</summary>
public sealed partial class DiagnosticPagesTests
{
    private static readonly string CodesFolder = Path.Combine(Repository.Root, "docs", "codes");

    [Fact]
    public void Every_code_in_the_source_has_a_page() => Assert.Empty(CodesInSource().Except(CodesWithPage()));

    [Fact]
    public void Every_page_is_about_a_code_that_the_source_uses() => Assert.Empty(CodesWithPage().Except(CodesInSource()));

    [Fact]
    public void Every_page_begins_with_its_code_and_shows_an_example()
    {
        foreach (string path in Directory.GetFiles(CodesFolder, "*.md").Where(path => IsCode(Path.GetFileNameWithoutExtension(path))))
        {
            string text = File.ReadAllText(path);
            Assert.StartsWith($"# {Path.GetFileNameWithoutExtension(path)} · ", text, StringComparison.Ordinal);
            Assert.True(text.Contains("```", StringComparison.Ordinal), $"{Repository.Relative(path)} shows no example.");
        }
    }

    private static string[] CodesInSource() =>
    [
        .. Repository.Sources
            .SelectMany(path => QuotedCode().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups["code"].Value)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static string[] CodesWithPage() =>
        [.. Directory.GetFiles(CodesFolder, "*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Where(IsCode).Order(StringComparer.Ordinal)];

    private static bool IsCode(string name) => QuotedCode().IsMatch($"\"{name}\"");

    [GeneratedRegex("\"(?<code>(GD|EX|DS|PO|RB|RT|RC|CT)[0-9]{3})\"")]
    private static partial Regex QuotedCode();
}
