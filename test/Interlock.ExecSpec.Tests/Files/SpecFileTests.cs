using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Comparison;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Specification;

namespace Interlock.ExecSpec.Tests.Files;

public sealed class SpecFileTests
{
    private const int Population = 2000;

    [Fact]
    public void What_is_written_reads_back_as_the_same_specification()
    {
        for (ulong seed = 0; seed < Population; seed++)
        {
            ExecutableSpec spec = RandomSpec.Of(seed);
            byte[] bytes = SpecText.Written(spec);
            DiagnosticCollector findings = new();
            ExecutableSpec? back = SpecFile.Read(bytes, "random", findings);
            Assert.True(back is not null, string.Join('\n', findings.Items));
            Assert.Equal(FieldDump.Of(spec), FieldDump.Of(back));
            Assert.True(SpecEquality.AreEqual(spec, back));
            Assert.Equal(bytes, SpecText.Written(back));
        }
    }

    [Fact]
    public void Every_field_is_written()
    {
        ExecutableSpec full = RandomSpec.Full();
        Assert.NotEmpty(SpecText.Written(full));
        string[] forgotten = [.. FieldMutations.Of(full).Where(item => SpecEquality.AreEqual(full, item.Spec)).Select(item => item.Path)];
        Assert.Empty(forgotten);
    }

    [Fact]
    public void A_valid_text_has_no_findings()
    {
        (ExecutableSpec? spec, IReadOnlyList<Diagnostic> findings) = SpecText.Read(SpecText.Valid);
        Assert.Empty(findings);
        Assert.Equal("cell", spec!.Name);
        Assert.Equal(2, spec.Unnormaliser.Statistics!.Channels);
        Assert.Equal(0.05, spec.Action.Channels[0].PhysicalPerCommand);
        Assert.Null(spec.Gripper!.Threshold);
        Assert.Null(spec.Action.Reference);
    }

    [Fact]
    public void A_text_without_a_name_is_named_after_its_file() =>
        Assert.Equal("cell", SpecText.Read(SpecText.Changed("\"name\": \"cell\",", "")).Spec!.Name);

    [Fact]
    public void The_link_to_the_schema_means_nothing()
    {
        ExecutableSpec with = SpecText.Read(SpecText.Changed("{\n  \"interlock\"", "{ \"$schema\": \"./execspec-v1.json\",\n  \"interlock\"")).Spec!;
        Assert.True(SpecEquality.AreEqual(SpecText.Read(SpecText.Valid).Spec!, with));
    }

    [Fact]
    public void A_specification_that_could_not_be_read_back_is_not_written()
    {
        ExecutableSpec spec = RandomSpec.Full();
        using MemoryStream stream = new();
        DiagnosticException refusal = Assert.Throws<DiagnosticException>(() => SpecFile.Write(spec with { Siblings = [spec.Unnormaliser] }, stream));
        Assert.Equal("EX110", refusal.Diagnostics.Single(item => item.Severity == DiagnosticSeverity.Error).Code);
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void A_file_is_loaded_with_its_warnings()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("a.execspec.json", SpecText.Changed("\"max\": [1, 1]", "\"max\": [\"NaN\", 1]").Replace("\"scale\": [0.75, 1], \"offset\": [0.25, 0]", "\"scale\": [\"NaN\", 1], \"offset\": [\"NaN\", 0]", StringComparison.Ordinal));
        DiagnosticCollector findings = new();
        Assert.True(double.IsNaN(SpecFile.Load(path, findings).Unnormaliser.Statistics!.Max![0]));
        Assert.Equal(["EX113"], findings.Items.Select(item => item.Code));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() => Assert.NotNull(SpecText.Read("\uFEFF" + SpecText.Valid).Spec);

    [Fact]
    public void The_page_shows_the_example_and_shows_it_right()
    {
        string page = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "docs", "execspec.md"));
        (ExecutableSpec? shown, IReadOnlyList<Diagnostic> findings) = SpecText.Read(page.Split("```json")[1].Split("```")[0]);
        Assert.Empty(findings);
        ExecutableSpec example = SpecFile.Load(Path.Combine(SharedFiles.RepositoryRoot, "examples", "specs", "libero_goal.execspec.json"));
        Assert.Equal(
            ["unnormaliser.statistics.mean", "unnormaliser.statistics.std", "siblings[libero_spatial]", "siblings[libero_object]", "siblings[libero_10]"],
            SpecDiff.Between(shown!, example).Select(item => item.Path));
    }

    [Fact]
    public void The_example_is_valid_and_as_the_writer_writes_it()
    {
        string path = Path.Combine(SharedFiles.RepositoryRoot, "examples", "specs", "libero_goal.execspec.json");
        DiagnosticCollector findings = new();
        ExecutableSpec spec = SpecFile.Load(path, findings);
        Assert.Empty(findings.Items);
        Assert.Equal(3, spec.Siblings.Count);
        Assert.Equal(File.ReadAllText(path), System.Text.Encoding.UTF8.GetString(SpecText.Written(spec)));
    }
}
