using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Tests.Files.Reading;

/// <summary>What is wrong with a file is named with its line, its key and what to do.</summary>
public sealed class FindingsTests
{
    [Theory]
    [InlineData("\"rate_hz\": 20", "\"ratehz\": 20", "EX104", 5, "action.ratehz", "did you mean 'rate_hz'?")]
    [InlineData("\"rate_hz\": 20", "\"rate_hz\": 20, \"rate_hz\": 30", "EX105", 5, "action.rate_hz", "keep one")]
    [InlineData("\"rate_hz\": 20", "\"rate_hz\": \"20\"", "EX106", 5, "action.rate_hz", "text stands where a number")]
    [InlineData("\"rate_hz\": 20", "\"rate_hz\": null", "EX106", 5, "action.rate_hz", "leaving its key out")]
    [InlineData("\"horizon\": 8", "\"horizon\": 8.5", "EX106", 6, "action.horizon", "8.5 is not a whole number")]
    [InlineData("\"mask\": [true, false]", "\"mask\": [true, 0]", "EX106", 17, "unnormaliser.mask[1]", "a number stands where true or false")]
    [InlineData("\"min\": [-0.5, 0]", "\"min\": [-0.5, \"-inf\"]", "EX106", 18, "unnormaliser.statistics.min[1]", "'-inf' stands where a number")]
    [InlineData("\"min\": [-0.5, 0]", "\"min\": [1e999, 0]", "EX106", 18, "unnormaliser.statistics.min[0]", "\"Infinity\"")]
    [InlineData("\"name\": \"x\", ", "", "EX107", 9, "action.channels[0].name", "'name' is missing")]
    [InlineData("\"scheme\": \"min_max\"", "\"scheme\": \"minmax\"", "EX108", 16, "unnormaliser.scheme", "did you mean 'min_max'?")]
    [InlineData("\"physical_unit\": \"m\"", "\"physical_unit\": \"meter\"", "EX108", 9, "action.channels[0].physical_unit", "is not a value")]
    [InlineData("\"color\": \"RGB\"", "\"color\": \"rgb\"", "EX108", 23, "observation.cameras[0].color", "known: RGB, BGR")]
    [InlineData("\"min\": [-0.5, 0]", "\"min\": [-0.5]", "EX111", 18, "unnormaliser.statistics.max", "2 channels where the statistics have 1")]
    [InlineData("\"min\": [-0.5, 0]", "\"min\": [[-0.5, 0], [1]]", "EX111", 18, "unnormaliser.statistics.min[1]", "1 numbers where the first row has 2")]
    [InlineData("[0.75, 1]", "[0.7500008, 1]", null, 0, "", "")]
    [InlineData("[0.75, 1]", "[0.750002, 1]", "EX119", 19, "unnormaliser.effective.scale[0]", "0.750002 is stated, the statistics give 0.75")]
    [InlineData("[0.25, 0]", "[0.25]", "EX119", 19, "unnormaliser.effective.offset", "1 × 1 numbers where the map has 1 × 2")]
    public void A_mistake_is_named_with_its_place(string old, string now, string? code, int line, string key, string says)
    {
        IReadOnlyList<Diagnostic> findings = SpecText.Read(SpecText.Changed(old, now)).Findings;
        if (code is null)
        {
            Assert.Empty(findings);
            return;
        }

        Diagnostic first = findings[0];
        Assert.Equal((code, line, key), (first.Code, first.Place!.Line, first.Place.Key));
        Assert.Contains(says, first.ToString(), StringComparison.Ordinal);
        Assert.Equal("cell.execspec.json", first.Place.File);
    }

    [Fact]
    public void All_mistakes_are_found_at_once_and_none_of_them_is_a_consequence()
    {
        string text = SpecText.Changed("\"role\": \"position\"", "\"roll\": \"position\"")
            .Replace("\"min_max\"", "\"maxmin\"", StringComparison.Ordinal)
            .Replace("\"osc_pose\"", "7", StringComparison.Ordinal)
            .Replace("\"grip\", \"policy_open\"", "\"grap\", \"policy_open\"", StringComparison.Ordinal);
        Assert.Equal(["EX104", "EX108", "EX106"], SpecText.Read(text).Findings.Select(item => item.Code));
    }

    [Theory]
    [InlineData("", "EX102")]
    [InlineData("{", "EX102")]
    [InlineData("{} {}", "EX102")]
    [InlineData("{\"interlock\": \"execspec/1\" // comment\n}", "EX102")]
    [InlineData("{\"\\uD800\": 1}", "EX102")]
    [InlineData("[]", "EX103")]
    [InlineData("{}", "EX103")]
    [InlineData("{\"interlock\": 1}", "EX103")]
    [InlineData("{\"interlock\": \"execspec/2\", \"wrong\": 1}", "EX103")]
    public void What_is_no_specification_is_one_finding(string text, string code) =>
        Assert.Equal([code], SpecText.Read(text).Findings.Select(item => item.Code));

    [Fact]
    public void A_syntax_error_has_its_line()
    {
        Diagnostic finding = SpecText.Read(SpecText.Changed("\"horizon\": 8,", "\"horizon\": 8")).Findings.Single();
        Assert.Equal(("EX102", 7), (finding.Code, finding.Place!.Line));
        Assert.DoesNotContain("LineNumber", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("reader options", SpecText.Read("{ \"a\": 1, }").Findings.Single().Message, StringComparison.Ordinal);
    }
}
