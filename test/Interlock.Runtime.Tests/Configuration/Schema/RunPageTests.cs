using System.Text;
using Interlock.Runtime.Configuration.Keys;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Tests.Configuration.Schema;

/// <summary>The tables of <c>docs/run.md</c> are those of the reader. INTERLOCK_ACCEPT=1 writes the present ones.</summary>
public sealed class RunPageTests
{
    private const string Start = "<!-- keys -->\n";
    private const string End = "<!-- end of keys -->";

    [Fact]
    public void The_page_lists_every_key_with_range_default_and_meaning()
    {
        string path = Path.Combine(SharedFiles.RepositoryRoot, "docs", "run.md");
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");
        int start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("INTERLOCK_ACCEPT") == "1")
        {
            File.WriteAllText(path, page[..start] + Tables() + page[end..]);
            return;
        }

        Assert.Equal(Tables(), page[start..end]);
    }

    private static string Tables()
    {
        StringBuilder text = new("\n");
        List<(string Path, KeyGroup Group)> groups = [("", KeyGroup.Of(typeof(RunSettings)))];
        for (int i = 0; i < groups.Count; i++)
        {
            text.Append(Table(groups[i].Path, groups[i].Group)).Append('\n');
            IEnumerable<(string, KeyGroup)> inner = groups[i].Group.Keys
                .Where(key => key.ItemType is not null)
                .Select(key => (Joined(groups[i].Path, key.Name) + (key.Kind == KeyKind.Groups ? "[]" : ""), KeyGroup.Of(key.ItemType!)))
                .Where(item => groups.TrueForAll(known => known.Group != item.Item2));
            groups.InsertRange(i + 1, inner.DistinctBy(item => item.Item2).ToArray());
        }

        return text.ToString();
    }

    private static string Table(string path, KeyGroup group)
    {
        StringBuilder text = new(path.Length == 0 ? "### Top level\n\n" : $"### `{path}`\n\n");
        text.Append("| key | values | default | meaning |\n|---|---|---|---|\n");
        foreach (ConfigKey key in group.Keys)
        {
            string range = KeyWords.RangeOf(key) ?? (key.Facts.IsPath ? "path" : key.IsLeaf ? "text" : key.Kind == KeyKind.Groups ? "list" : "group");
            text.Append($"| `{key.Name}` | {range} | {KeyWords.DefaultOf(key) ?? "required"} | {key.Facts.Doc} |\n");
        }

        return text.ToString();
    }

    private static string Joined(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
