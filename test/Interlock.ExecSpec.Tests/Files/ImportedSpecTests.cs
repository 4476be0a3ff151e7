using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Comparison;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Files;

/// <summary>What was imported from real files can be kept as a file.</summary>
public sealed class ImportedSpecTests
{
    private const string Statistics = "data/stats/libero_openvla.dataset_statistics.json";

    [SharedTheory(Statistics)]
    [InlineData("libero_spatial")]
    [InlineData("libero_object")]
    [InlineData("libero_goal")]
    [InlineData("libero_10")]
    public void An_imported_specification_reads_back_with_its_identity(string key)
    {
        ExecutableSpec imported = SpecImport.Open(SharedFiles.PathOf(Statistics), new ImportRequest { Key = key }).Require();
        DiagnosticCollector findings = new();
        ExecutableSpec? back = SpecFile.Read(SpecText.Written(imported), "imported", findings);
        Assert.Empty(findings.Items);
        Assert.True(SpecEquality.AreEqual(imported, back!));
        Assert.Equal(SpecDigest.Of(imported), SpecDigest.Of(back!));
    }

    /// <summary>Mean and deviation stand in the example as they were printed; what the scheme uses is exact.</summary>
    [SharedFact(Statistics)]
    public void The_example_decodes_as_the_real_statistics_do()
    {
        ExecutableSpec example = SpecFile.Load(Path.Combine(SharedFiles.RepositoryRoot, "examples", "specs", "libero_goal.execspec.json"));
        Normaliser imported = SpecImport.Open(SharedFiles.PathOf(Statistics), new ImportRequest { Key = "libero_goal" }).Require().Unnormaliser;
        Assert.Equal(StatisticsFingerprint.Of(imported), StatisticsFingerprint.Of(example.Unnormaliser));
        Assert.Equal(imported.Arithmetic, example.Unnormaliser.Arithmetic);
    }
}
