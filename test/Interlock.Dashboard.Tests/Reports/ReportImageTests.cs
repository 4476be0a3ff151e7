using System.Text.Json;
using System.Xml.Linq;
using Interlock.Dashboard.Reports;

namespace Interlock.Dashboard.Tests.Reports;

/// <summary>The worst moments with what the camera saw.</summary>
public sealed class ReportImageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_frame_before_the_moment_is_in_the_page_with_its_age()
    {
        (Report report, XElement[] stills) = Of(new ReportScene { IsStopped = true, HasImages = true });
        JsonElement moment = ReportTests.Json(report).GetProperty("episodes")[0].GetProperty("moments")[0];
        Assert.Equal("table", moment.GetProperty("camera").GetString());

        // The stop is at step 150, a frame every 7 steps of 20 ms: the one of step 147.
        Assert.Equal((3.0, 0.06), (moment.GetProperty("t").GetDouble(), Math.Round(moment.GetProperty("still_age_s").GetDouble(), 6)));
        Assert.Contains("Camera table, 0.06 s before", report.Html, StringComparison.Ordinal);
        Assert.All(stills, still => Assert.StartsWith("data:image/png;base64,iVBOR", still.Attribute("src")!.Value, StringComparison.Ordinal));
        Assert.NotEmpty(stills);
    }

    [Fact]
    public void A_large_frame_is_made_smaller_and_the_page_stays_one_that_can_be_sent()
    {
        (Report report, XElement[] stills) = Of(new ReportScene { IsStopped = true, HasImages = true, ImageWidthPx = 1920 });
        Assert.All(stills, still => Assert.InRange(still.Attribute("src")!.Value.Length, 100, 550_000));
        Assert.InRange(report.Html.Length, 0, 5 << 20);
    }

    [Fact]
    public void A_compressed_frame_that_is_too_large_is_left_out_and_the_page_says_so()
    {
        (Report report, XElement[] stills) = Of(new ReportScene { IsStopped = true, HasImages = true, JpegBytes = 900 << 10 });
        Assert.Empty(stills);
        Assert.Contains("Camera table: the image has 900 KiB, more than the 400 KiB that are put into a report.", report.Html, StringComparison.Ordinal);
    }

    private (Report Report, XElement[] Stills) Of(ReportScene scene)
    {
        Report report = ReportTests.Of(scene.Write(_folder.PathOf("run.mcap")));
        return (report, [.. Pages.AssertParses(report.Html).Descendants("img")]);
    }
}
