using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Import.OpenVla;

namespace Interlock.ExecSpec.Tests.Import;

public sealed class SpecFileImporterTests
{
    [Fact]
    public void An_imported_specification_that_was_written_is_recognised_under_any_name_and_keeps_its_siblings()
    {
        using ImportFolder folder = Written(out ExecutableSpec spec);
        SpecImport import = folder.Import(relative: "by-hand.json");
        Assert.Equal("execspec", import.Ecosystem);
        Assert.Equal(["b", "c"], import.Require().Siblings.Select(sibling => sibling.Key));
        Assert.Equal(spec.Unnormaliser.Statistics!.Min, import.Require().Unnormaliser.Statistics!.Min);
        Assert.Equal(["by-hand.json"], import.Files);
    }

    [Fact]
    public void Another_key_than_the_one_it_is_for_is_refused()
    {
        using ImportFolder folder = Written(out _);
        Assert.Contains("EX127", folder.Codes(new ImportRequest { Key = "b" }, "by-hand.json"));
        Assert.DoesNotContain("EX127", folder.Codes(new ImportRequest { Key = "a" }, "by-hand.json"));
    }

    [Fact]
    public void Nothing_can_be_stated_beside_it()
    {
        using ImportFolder folder = Written(out _);
        Assert.Contains("EX128", folder.Codes(new ImportRequest { Platform = ImportPlatform.Aloha }, "by-hand.json"));
        Assert.DoesNotContain("EX128", folder.Codes(relative: "by-hand.json"));
    }

    [Fact]
    public void A_later_version_is_refused_as_such_and_not_as_unknown()
    {
        using ImportFolder folder = new ImportFolder().With("a.execspec.json", """{"interlock": "execspec/9"}""");
        Assert.Equal(["EX103"], folder.Codes(relative: "a.execspec.json"));
    }

    [Fact]
    public void Every_entry_can_be_had_with_the_others_as_siblings()
    {
        using ImportFolder folder = new ImportFolder().With("dataset_statistics.json", OpenVlaText.File("a", "b", "c").Text());
        SpecImport import = folder.Import(new ImportRequest { EveryEntry = true });
        Assert.Null(import.Selected);
        Assert.False(import.HasErrors);
        Assert.Equal(["a", "c"], import.SpecOf("b")!.Siblings.Select(sibling => sibling.Key));
        Assert.Null(import.SpecOf("d"));
    }

    private static ImportFolder Written(out ExecutableSpec spec)
    {
        ImportFolder folder = new ImportFolder().With("dataset_statistics.json", OpenVlaText.File("a", "b", "c").Text());
        spec = folder.Import(new ImportRequest { Key = "a" }).Require();
        using MemoryStream bytes = new();
        SpecFile.Write(spec, bytes);
        return folder.With("by-hand.json", bytes.ToArray());
    }
}
