using System.Text.Json;
using Interlock.ExecSpec.Canonical;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Files;
using Interlock.ExecSpec.Tests.Specification;

namespace Interlock.ExecSpec.Tests.Identity;

public sealed class SpecDigestTests
{
    [Fact]
    public void Every_field_but_the_name_changes_the_digest()
    {
        ExecutableSpec full = RandomSpec.Full();
        string digest = SpecDigest.Of(full);
        Assert.Matches("^[0-9a-f]{64}$", digest);
        string[] silent = [.. FieldMutations.Of(full).Where(item => SpecDigest.Of(item.Spec) == digest).Select(item => item.Path)];
        Assert.Equal([".Name"], silent);
    }

    [Fact]
    public void Layout_and_order_of_a_file_do_not_change_the_digest()
    {
        ExecutableSpec spec = SpecText.Read(SpecText.Valid).Spec!;
        string canonical = JsonDocument.Parse(CanonicalJson.Canonicalise(SpecText.Bytes(SpecText.Valid))).RootElement.GetRawText();
        Assert.NotEqual(SpecText.Valid, canonical);
        Assert.Equal(SpecDigest.Of(spec), SpecDigest.Of(SpecText.Read(canonical).Spec!));
    }

    /// <summary>A digest in a certificate outlives the program that computed it.</summary>
    [Fact]
    public void The_digest_of_the_example_stays_what_it_is()
    {
        string path = Path.Combine(SharedFiles.RepositoryRoot, "examples", "specs", "libero_goal.execspec.json");
        Assert.Equal("0584a068234aaa496ff3e44513b19d262b09ecfbbcccf7b0b5c78682ba77527b", SpecDigest.Of(ExecSpec.Files.SpecFile.Load(path)));
    }
}
