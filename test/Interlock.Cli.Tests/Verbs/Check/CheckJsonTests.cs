using System.Text.Json;
using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Check;

namespace Interlock.Cli.Tests.Verbs.Check;

public sealed class CheckJsonTests
{
    [Fact]
    public void Siblings_carry_the_binding_names_with_the_known_numbers()
    {
        JsonElement[] siblings = [.. Json(CheckSamples.Scaled).GetProperty("siblings").EnumerateArray()];
        JsonElement spatial = siblings.Single(sibling => sibling.GetProperty("key").GetString() == "libero_spatial");

        Assert.Equal(["libero_object", "libero_spatial", "libero_10"], siblings.Select(sibling => sibling.GetProperty("key").GetString()));
        Assert.Equal(0.1995, spatial.GetProperty("drift_mean_abs").GetDouble(), 1e-4);
        Assert.Equal(0.3545, spatial.GetProperty("drift_worst").GetDouble(), 1e-4);
        Assert.Equal(77.4, spatial.GetProperty("null_mm_per_s").GetDouble(), 0.051);
        Assert.Equal(1.14, spatial.GetProperty("null_rad_per_s").GetDouble(), 5e-3);
        Assert.Equal(0.1695, spatial.GetProperty("drift_demo_rms").GetDouble(), 1e-4);
        Assert.Equal("yaw", spatial.GetProperty("max_channel").GetString());
        Assert.Equal(0, spatial.GetProperty("range_visible").GetDouble());
    }

    [Fact]
    public void What_is_not_known_is_null_and_what_is_missing_is_named()
    {
        JsonElement sibling = Json(CheckSamples.Unscaled).GetProperty("siblings")[0];

        Assert.Equal(JsonValueKind.Null, sibling.GetProperty("null_mm_per_s").ValueKind);
        Assert.Equal(JsonValueKind.Null, sibling.GetProperty("null_rad_per_s").ValueKind);
        Assert.Equal(
            ["translation_scale", "rotation_scale", "rate"],
            sibling.GetProperty("null_missing").EnumerateArray().Select(gap => gap.GetString()));
    }

    [Fact]
    public void The_other_readings_of_the_entry_and_the_findings_are_listed()
    {
        JsonElement json = Json(CheckSamples.Scaled);

        Assert.Equal(
            ["identity", "mean_std", "min_max"],
            json.GetProperty("wrong_schemes").EnumerateArray().Select(reading => reading.GetProperty("scheme").GetString()).Order());
        Assert.Equal(["EX122", "EX145"], json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()));
        Assert.Equal(64, json.GetProperty("fingerprint").GetString()!.Length);
        Assert.Equal(-0.8786, json.GetProperty("action").GetProperty("channels")[0].GetProperty("at_minus_one").GetDouble(), 1e-4);
    }

    private static JsonElement Json(CheckReport report)
    {
        using StringWriter output = new();
        JsonDocumentWriter.Write(output, writer => CheckJson.Write(writer, report));
        return JsonDocument.Parse(output.ToString()).RootElement;
    }
}
