using System.Reflection;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Tests.Opening;

public sealed class FileCodeTests
{
    [Fact]
    public void Every_code_has_a_page_of_its_own_that_shows_it()
    {
        FieldInfo[] fields = typeof(FileCode).GetFields(BindingFlags.Public | BindingFlags.Static);
        string[] codes = [.. fields.Select(field => (string)field.GetRawConstantValue()!)];

        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.All(codes, code =>
        {
            string page = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "docs", "codes", $"{code}.md"));
            Assert.StartsWith($"# {code} · ", page, StringComparison.Ordinal);
            Assert.Contains($" {code} ", page.Replace("```\n", "``` ", StringComparison.Ordinal), StringComparison.Ordinal);
        });
    }
}
