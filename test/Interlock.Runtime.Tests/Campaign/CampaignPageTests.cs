namespace Interlock.Runtime.Tests.Campaign;

/// <summary>The table of <c>docs/measurements.md</c> is what the campaign gives. INTERLOCK_ACCEPT=1 writes the present one.</summary>
public sealed class CampaignPageTests(CampaignRun campaign) : IClassFixture<CampaignRun>
{
    private const string Begin = "<!-- fault campaign -->\n";
    private const string End = "<!-- end of fault campaign -->\n";

    [Fact]
    public void The_measured_table_is_that_of_the_page()
    {
        string path = Path.Combine(Repository(), "docs", "measurements.md");
        string page = File.ReadAllText(path);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        string table = CampaignMarkdown.Of(campaign.Result);
        if (Environment.GetEnvironmentVariable("INTERLOCK_ACCEPT") == "1")
        {
            File.WriteAllText(path, page[..begin] + table + page[end..]);
            return;
        }

        Assert.Equal(table, page[begin..end]);
    }

    private static string Repository()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Interlock.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
