using System.Reflection;
using Interlock.Datasets.Inspection;
using Interlock.Datasets.LeRobot;
using Interlock.Datasets.Parquet;

namespace Interlock.Datasets.Tests.Inspection;

public sealed class CodePageTests
{
    [Theory]
    [InlineData(typeof(ParquetCodes))]
    [InlineData(typeof(LeRobotCodes))]
    [InlineData(typeof(OddityCodes))]
    internal void Every_code_has_a_page_under_its_own_title(Type codes)
    {
        foreach (FieldInfo field in codes.GetFields())
        {
            string code = (string)field.GetRawConstantValue()!;
            string page = Path.Combine(SharedFiles.RepositoryRoot, "docs", "codes", $"{code}.md");
            Assert.StartsWith($"# {code} · ", File.ReadAllText(page), StringComparison.Ordinal);
        }
    }
}
