using Interlock.ExecSpec.Manifest.Hashing;

namespace Interlock.ExecSpec.Tests.Manifest.Hashing;

public sealed class FileDigestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_changed_since_it_was_found_has_no_digest()
    {
        FoundFile file = Find(_folder.Write("a", "before"));
        Assert.NotNull(Digest(file));
        File.WriteAllText(file.FullPath, "behind");
        File.SetLastWriteTimeUtc(file.FullPath, DateTime.UnixEpoch);
        Assert.Null(Digest(file));
    }

    [Fact]
    public void A_file_that_grows_while_it_is_read_has_no_digest()
    {
        FoundFile file = Find(_folder.Write("a", new byte[1 << 20]));
        bool hasGrown = false;
        string? digest = FileDigest.Of(file, _ => Grow(), CancellationToken.None);
        Assert.Null(digest);

        void Grow()
        {
            if (!hasGrown)
            {
                hasGrown = true;
                using FileStream stream = new(file.FullPath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
                stream.Write(new byte[1 << 20]);
            }
        }
    }

    [Fact]
    public void A_file_that_is_replaced_while_it_is_read_has_no_digest()
    {
        FoundFile file = Find(_folder.Write("a", new byte[1 << 20]));
        string other = _folder.Write("b", new byte[1 << 20]);
        Assert.Null(FileDigest.Of(file, _ => Replace(), CancellationToken.None));

        void Replace()
        {
            if (File.Exists(other))
            {
                File.Move(other, file.FullPath, overwrite: true);
            }
        }
    }

    [Fact]
    public void A_link_that_took_the_place_of_a_file_is_not_followed()
    {
        FoundFile file = Find(_folder.Write("a", "text"));
        string other = _folder.Write("b", "text");
        File.Delete(file.FullPath);
        File.CreateSymbolicLink(file.FullPath, other);
        Assert.Null(Digest(file));
    }

    [Fact]
    public void Linux_tells_files_apart_by_number_and_change_time()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        FileIdentity first = Find(_folder.Write("a", "x")).Identity;
        FileIdentity second = Find(_folder.Write("b", "x")).Identity;
        Assert.NotNull(first.ChangedNs);
        Assert.NotEqual(first.Inode, second.Inode);
        Assert.Equal(first.Device, second.Device);
        Assert.Equal(new FileInfo(_folder.PathOf("a")).LastWriteTimeUtc, DateTime.UnixEpoch.AddTicks(first.ModifiedNs / 100));
    }

    private static FoundFile Find(string path) => new("x", path, FileState.OfPath(path)!.Value.Identity);

    private static string? Digest(FoundFile file) => FileDigest.Of(file, _ => { }, CancellationToken.None);
}
