using Interlock.Datasets.Hub;

namespace Interlock.Datasets.Tests.Hub;

public sealed class SnapshotLinkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Where_links_are_not_allowed_the_blob_is_copied()
    {
        string blob = _folder.Write("blobs/abc", "content");
        string path = _folder.PathOf("snapshots/1/data/file");

        SnapshotLink.Ensure(path, blob, (_, _) => throw new UnauthorizedAccessException());

        Assert.Null(new FileInfo(path).LinkTarget);
        Assert.Equal("content", File.ReadAllText(path));
    }

    [Fact]
    public void A_link_to_something_else_is_replaced()
    {
        string blob = _folder.Write("blobs/new", "new");
        string path = _folder.PathOf("file");
        File.CreateSymbolicLink(path, "blobs/gone");

        SnapshotLink.Ensure(path, blob);

        Assert.Equal("new", File.ReadAllText(path));
    }
}
