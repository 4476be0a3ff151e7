using Interlock.Policies.Onnx;

namespace Interlock.Policies.Tests.Onnx;

[Collection(OnnxGroup.Name)]
public sealed class OnnxRuntimeLibraryTests
{
    [OnnxFact]
    public void The_fetched_library_is_found_with_its_version()
    {
        OnnxRuntimeFinding found = OnnxRuntimeLibrary.Find();

        Assert.NotNull(found.Path);
        Assert.Matches(@"^1\.\d+\.\d+", found.Version);
        Assert.Equal(found.Path, found.LookedAt[^1]);
    }

    [Fact]
    public void A_named_library_that_is_not_there_is_not_replaced_by_another()
    {
        OnnxRuntimeFinding found = OnnxRuntimeLibrary.Find("/nowhere/libonnxruntime.so.1");

        Assert.Null(found.Path);
        Assert.Single(found.LookedAt);
        Assert.Equal("PO140", found.Problem?.Code);
        Assert.Contains("libonnxruntime.so.1", found.Problem?.Message, StringComparison.Ordinal);
        Assert.Contains("eng/natives/fetch", found.Problem?.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_library_is_named()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("libonnxruntime.so.1", "not a library");

        Assert.Equal("PO141", OnnxRuntimeLibrary.Find(folder.Root).Problem?.Code);
        Assert.Equal(path, OnnxRuntimeLibrary.Find(folder.Root).Problem?.Place?.File);
    }
}
