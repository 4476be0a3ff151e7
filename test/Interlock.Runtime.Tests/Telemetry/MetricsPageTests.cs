using System.Text;
using Interlock.Runtime.Telemetry.Catalogue;
using Interlock.Runtime.Telemetry.Exposition;
using Xunit;

namespace Interlock.Runtime.Tests.Telemetry;

/// <summary>The table of <c>docs/metrics.md</c> is the catalogue. INTERLOCK_ACCEPT=1 writes the present one.</summary>
public sealed class MetricsPageTests
{
    private const string Start = "<!-- metrics -->\n";
    private const string End = "<!-- end of metrics -->";

    [Fact]
    public void The_page_lists_every_metric_with_kind_unit_labels_and_meaning()
    {
        string path = Path.Combine(SharedFiles.RepositoryRoot, "docs", "metrics.md");
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");
        int start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("INTERLOCK_ACCEPT") == "1")
        {
            File.WriteAllText(path, page[..start] + Table() + page[end..]);
            return;
        }

        Assert.Equal(Table(), page[start..end]);
    }

    private static string Table()
    {
        StringBuilder text = new("\n| metric | in Prometheus | kind | unit | labels | meaning |\n|---|---|---|---|---|---|\n");
        foreach (MetricInfo metric in MetricCatalogue.All)
        {
            string name = PrometheusName.Of(metric) + (metric.Kind == MetricKind.Counter ? "_total" : "");
            string labels = metric.Labels.Count == 0 ? "–" : string.Join(", ", metric.Labels.Select(label => $"`{label}`"));
            text.Append($"| `{metric.Name}` | `{name}` | {metric.Kind.ToString().ToLowerInvariant()} | {(metric.Unit.Length == 0 ? "–" : metric.Unit)} | {labels} | {metric.Meaning} |\n");
        }

        return text.Append('\n').ToString();
    }
}
