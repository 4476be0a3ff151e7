using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Tests.Files.Rules;

public sealed class SpecRulesTests
{
    [Theory]
    [InlineData("\"name\": \"grip\", \"role\"", "\"name\": \"x\", \"role\"", "EX110", "action.channels[1].name")]
    [InlineData("\"name\": \"x\"", "\"name\": \"\"", "EX110", "action.channels[0].name")]
    [InlineData("\"name\": \"x\"", "\"name\": \"x \"", "EX110", "action.channels[0].name")]
    [InlineData("\"key\": \"spatial\"", "\"key\": \"goal\"", "EX110", "siblings[0].key")]
    [InlineData("\"rate_hz\": 20", "\"rate_hz\": 0", "EX109", "action.rate_hz")]
    [InlineData("\"rate_hz\": 20", "\"rate_hz\": 1e999", "EX109", "action.rate_hz")]
    [InlineData("\"execute\": 4", "\"execute\": 9", "EX109", "action.execute")]
    [InlineData("0.05", "0", "EX109", "action.channels[0].physical_per_command")]
    [InlineData("\"key\": \"goal\",", "\"key\": \"goal\", \"low_quantile\": 0.01,", "EX109", "unnormaliser.low_quantile")]
    [InlineData("\"scheme\": \"identity\"", "\"scheme\": \"quantile\", \"low_quantile\": 0.01", "EX107", "siblings[0].high_quantile")]
    [InlineData("\"scheme\": \"identity\"", "\"scheme\": \"quantile\", \"low_quantile\": 0.9, \"high_quantile\": 0.1", "EX109", "siblings[0].low_quantile")]
    [InlineData("\"scheme\": \"identity\"", "\"scheme\": \"quantile\", \"low_quantile\": -0.1, \"high_quantile\": 1.1", "EX109", "siblings[0].low_quantile")]
    [InlineData("\"scheme\": \"identity\"", "\"scheme\": \"identity\", \"arithmetic\": { \"forward_epsilon\": -1 }", "EX109", "siblings[0].arithmetic.forward_epsilon")]
    [InlineData("\"scheme\": \"identity\"", "\"scheme\": \"identity\", \"statistics\": { \"quantiles\": [{ \"level\": 0.5, \"values\": [0, 0] }, { \"level\": 0.5, \"values\": [0, 0] }] }", "EX109", "siblings[0].statistics.quantiles[1].level")]
    [InlineData("\"mask\": [true, false]", "\"mask\": [true]", "EX111", "unnormaliser.mask")]
    [InlineData("\"channels\": [\"q\"]", "\"channels\": [\"q\"], \"units\": [\"rad\", \"\"]", "EX111", "observation.state.units")]
    [InlineData("\"rotations\": []", "\"rotations\": [{ \"form\": \"quat_xyzw\", \"channels\": [\"x\"] }]", "EX115", "action.rotations[0].channels")]
    [InlineData("\"rotations\": []", "\"rotations\": [{ \"form\": \"rpy_fixed\", \"channels\": [\"x\", \"y\", \"z\"] }]", "EX115", "action.rotations[0].channels")]
    [InlineData("\"channel\": \"grip\"", "\"channel\": \"grap\"", "EX115", "gripper.channel")]
    [InlineData("\"channel\": \"grip\"", "\"channel\": \"x\"", "EX115", "gripper.channel")]
    [InlineData("\"policy_closed\": 0", "\"policy_closed\": 1", "EX116", "gripper.policy_closed")]
    [InlineData("\"policy_closed\": 0", "\"policy_closed\": 0, \"threshold\": 1", "EX116", "gripper.threshold")]
    [InlineData(", \"physical_unit\": \"m\"", "", "EX117", "action.channels[0].physical_per_command")]
    [InlineData("\"physical_per_command\": 0.05, ", "", "EX117", "action.channels[0].physical_unit")]
    [InlineData("\"kind\": \"osc_pose\"", "\"urdf_sha256\": \"ABC\"", "EX118", "controller.urdf_sha256")]
    [InlineData("\"color\": \"RGB\"", "\"rotate_deg\": 45", "EX108", "observation.cameras[0].rotate_deg")]
    [InlineData("\"color\": \"RGB\"", "\"width\": 0", "EX109", "observation.cameras[0].width")]
    public void What_cannot_mean_anything_is_an_error(string old, string now, string code, string key)
    {
        Diagnostic[] errors = [.. SpecText.Read(SpecText.Changed(old, now)).Findings.Where(item => item.Severity == DiagnosticSeverity.Error)];
        Assert.NotEmpty(errors);
        Assert.Equal((code, key), (errors[0].Code, errors[0].Place!.Key));
        Assert.NotNull(errors[0].Place!.Line);
    }

    /// <summary>An imported defect has to be shown, so the file is read; refusing it is the gate's task.</summary>
    [Theory]
    [InlineData("\"scheme\": \"identity\"", "\"scheme\": \"mean_std\"", "EX114", "siblings[0].scheme", "present but does nothing")]
    [InlineData("\"scheme\": \"identity\"", "\"scheme\": \"mean_std\", \"statistics\": { \"mean\": [\"NaN\"], \"std\": [\"Infinity\"] }", "EX113", "siblings[0].statistics.mean[0]", "1 more")]
    [InlineData("\"scheme\": \"identity\"", "\"scheme\": \"mean_std\", \"statistics\": { \"mean\": [0], \"std\": [-1] }", "EX113", "siblings[0].statistics.std[0]", "-1")]
    [InlineData("\"scheme\": \"identity\"", "\"scheme\": \"min_max\", \"statistics\": { \"min\": [0], \"max\": [-1] }", "EX113", "siblings[0].statistics.max[0]", "from 0 down to -1")]
    [InlineData("\"channels\": [\"q\"]", "\"channels\": [\"q\"], \"normaliser\": { \"key\": \"s\", \"scheme\": \"identity\", \"statistics\": { \"channels\": 3 } }", "EX112", "observation.state.normaliser.statistics", "never used")]
    [InlineData("\"policy_closed\": 0", "\"policy_closed\": -3", "EX116", "gripper.policy_closed", "decodes to -1 … 1")]
    public void A_defect_is_a_warning(string old, string now, string code, string key, string says)
    {
        Diagnostic finding = Assert.Single(SpecText.Read(SpecText.Changed(old, now)).Findings);
        Assert.Equal((code, key, DiagnosticSeverity.Warning), (finding.Code, finding.Place!.Key, finding.Severity));
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Statistics_that_end_before_the_action_does_are_named()
    {
        string text = SpecText.Changed("\"min\": [-0.5, 0], \"max\": [1, 1]", "\"min\": [-0.5], \"max\": [1]");
        Diagnostic finding = Assert.Single(SpecText.Read(text).Findings);
        Assert.Equal("EX112", finding.Code);
        Assert.Contains("statistics for 1 channels where there are 2: the rest passes unscaled", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mask_in_another_order_than_the_channels_is_named()
    {
        string text = SpecText.Changed("[true, false]", "[false, true]").Replace(", \"offset\": [0.25, 0] }", "}", StringComparison.Ordinal)
            .Replace("\"effective\": { \"scale\": [0.75, 1]}", "\"arithmetic\": {}", StringComparison.Ordinal);
        Assert.Equal(["EX116"], SpecText.Read(text).Findings.Select(item => item.Code));
    }
}
