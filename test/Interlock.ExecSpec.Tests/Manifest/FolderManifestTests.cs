using System.Security.Cryptography;
using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Manifest;

namespace Interlock.ExecSpec.Tests.Manifest;

public sealed class FolderManifestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_ordered_by_the_bytes_of_their_paths()
    {
        string[] paths = ["\U0001F600.bin", "\uFB33.bin", "a-b/c", "a/b", "a.txt", "B", "é"];
        foreach (string path in paths)
        {
            _folder.Write(path, path);
        }

        FolderManifest manifest = FolderManifest.Build(_folder.Root);
        Assert.Equal(["B", "a-b/c", "a.txt", "a/b", "é", "\uFB33.bin", "\U0001F600.bin"], manifest.Entries.Select(entry => entry.Path));
        Assert.Equal(paths.Sum(Encoding.UTF8.GetByteCount), manifest.TotalBytes);
        Assert.All(manifest.Entries, entry => Assert.Equal(Sha256(entry.Path), entry.Sha256));
    }

    [Fact]
    public void The_root_digest_is_over_the_raw_digests_in_order()
    {
        _folder.Write("b", "second");
        _folder.Write("a", "first");
        byte[] concatenated = [.. SHA256.HashData("first"u8), .. SHA256.HashData("second"u8)];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(concatenated)), FolderManifest.Build(_folder.Root).RootDigest);
    }

    [Fact]
    public void A_single_file_is_a_manifest_of_one_entry()
    {
        string path = _folder.Write("model.safetensors", "weights");
        FolderManifest manifest = FolderManifest.Build(path);
        Assert.Equal(new ManifestEntry("model.safetensors", Sha256("weights"), 7), Assert.Single(manifest.Entries));
        Assert.Equal("model.safetensors", manifest.Name);
    }

    [Fact]
    public void Large_files_are_hashed_to_their_last_byte()
    {
        byte[] bytes = new byte[(3 << 20) + 17];
        bytes[^1] = 1;
        string path = _folder.Write("large.bin", bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Assert.Single(FolderManifest.Build(path).Entries).Sha256);
    }

    [Fact]
    public void Version_control_of_the_root_the_signature_and_chosen_paths_are_left_out()
    {
        foreach (string path in new[] { ".git/config", ".github/a.yml", ".gitignore", ".gitattributes", "model.sig", "cache/x", "sub/.gitignore", "sub/cache/y", ".env", "cached" })
        {
            _folder.Write(path, "x");
        }

        FolderManifest manifest = FolderManifest.Build(_folder.Root, new FileHashing { IgnoredPaths = ["cache"], SignatureFile = _folder.PathOf("model.sig") });
        Assert.Equal([".env", "cached", "sub/.gitignore", "sub/cache/y"], manifest.Entries.Select(entry => entry.Path));
        AssertRefused("EX222", () => FolderManifest.Build(_folder.Root, new FileHashing { IgnoredPaths = ["../x"] }));
    }

    [Fact]
    public void Changed_missing_and_extra_files_are_told_apart()
    {
        _folder.Write("same", "1");
        _folder.Write("other", "2");
        _folder.Write("gone", "3");
        FolderManifest signed = FolderManifest.Build(_folder.Root);
        File.WriteAllText(_folder.PathOf("other"), "two");
        File.Delete(_folder.PathOf("gone"));
        _folder.Write("sub/new.py", "4");

        IReadOnlyList<ManifestDifference> differences = signed.DifferencesOf(FolderManifest.Build(_folder.Root));
        Assert.Equal(
            [
                new ManifestDifference(ManifestChange.Missing, "gone", Sha256("3"), null),
                new ManifestDifference(ManifestChange.Changed, "other", Sha256("2"), Sha256("two")),
                new ManifestDifference(ManifestChange.Extra, "sub/new.py", null, Sha256("4")),
            ],
            differences);
        Assert.Equal(["EX011", "EX010", "EX012"], differences.Select(item => item.ToDiagnostic(_folder.Root).Code));
        Assert.Contains(Sha256("2"), differences[1].ToDiagnostic().Message, StringComparison.Ordinal);
        Assert.Contains(Sha256("two"), differences[1].ToDiagnostic().Message, StringComparison.Ordinal);
        Assert.Empty(signed.DifferencesOf(signed));
    }

    [Fact]
    public void A_renamed_file_is_a_difference_although_the_root_digest_stays()
    {
        _folder.Write("a", "1");
        FolderManifest signed = FolderManifest.Build(_folder.Root);
        File.Move(_folder.PathOf("a"), _folder.PathOf("b"));
        FolderManifest found = FolderManifest.Build(_folder.Root);
        Assert.Equal(signed.RootDigest, found.RootDigest);
        Assert.Equal([ManifestChange.Missing, ManifestChange.Extra], signed.DifferencesOf(found).Select(item => item.Change));
    }

    [Fact]
    public void Links_inside_a_folder_are_refused_all_of_them()
    {
        _folder.Write("a", "1");
        File.CreateSymbolicLink(_folder.PathOf("file-link"), _folder.PathOf("a"));
        File.CreateSymbolicLink(_folder.PathOf("dangling"), "nowhere");
        Directory.CreateSymbolicLink(_folder.PathOf("cycle"), _folder.Root);
        DiagnosticException refusal = Assert.Throws<DiagnosticException>(() => FolderManifest.Build(_folder.Root));
        Assert.Equal(["EX221", "EX221", "EX221"], refusal.Diagnostics.Select(item => item.Code));
    }

    [Fact]
    public void The_path_that_the_user_names_may_be_a_link()
    {
        _folder.Write("real/a", "1");
        Directory.CreateSymbolicLink(_folder.PathOf("link"), _folder.PathOf("real"));
        File.CreateSymbolicLink(_folder.PathOf("weights"), _folder.PathOf("real/a"));
        Assert.Equal("a", Assert.Single(FolderManifest.Build(_folder.PathOf("link")).Entries).Path);
        Assert.Equal("weights", Assert.Single(FolderManifest.Build(_folder.PathOf("weights")).Entries).Path);
    }

    [Fact]
    public void Empty_folders_and_absent_paths_are_refused()
    {
        AssertRefused("EX225", () => FolderManifest.Build(_folder.Root));
        AssertRefused("EX220", () => FolderManifest.Build(_folder.PathOf("absent")));
        Directory.CreateDirectory(_folder.PathOf("empty"));
        AssertRefused("EX225", () => FolderManifest.Build(_folder.Root));
    }

    [Fact]
    public void An_empty_file_is_a_file()
    {
        _folder.Write("empty", "");
        Assert.Equal(new ManifestEntry("empty", Sha256(""), 0), Assert.Single(FolderManifest.Build(_folder.Root).Entries));
    }

    [Fact]
    public void Names_that_are_not_portable_are_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Write("a\\b", "1");
        AssertRefused("EX222", () => FolderManifest.Build(_folder.Root));
        File.Delete(_folder.PathOf("a\\b"));
        _folder.Write("a\nb", "1");
        AssertRefused("EX222", () => FolderManifest.Build(_folder.Root));
    }

    [Fact]
    public void A_device_is_refused_and_not_read_for_ever()
    {
        if (OperatingSystem.IsLinux())
        {
            AssertRefused("EX226", () => FolderManifest.Build("/dev/zero"));
        }
    }

    [Fact]
    public void Hashing_stops_when_it_is_cancelled()
    {
        _folder.Write("a", "1");
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => FolderManifest.Build(_folder.Root, null, source.Token));
    }

    [Fact]
    public void Progress_ends_with_every_byte()
    {
        _folder.Write("a", new byte[1000]);
        _folder.Write("b", new byte[24]);
        Reports reports = new();
        FolderManifest.Build(_folder.Root, new FileHashing { Progress = reports });
        Assert.Equal((1024, 1024), (reports.Items[^1].BytesDone, reports.Items[^1].BytesTotal));
    }

    [Theory]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("./a")]
    [InlineData("a/../b")]
    [InlineData("a\\b")]
    [InlineData("")]
    [InlineData("a\u0000")]
    public void Stated_paths_must_be_canonical(string path) =>
        AssertRefused("EX227", () => FolderManifest.FromEntries("m", [new ManifestEntry(path, Sha256(""))]));

    [Fact]
    public void Stated_entries_must_make_sense()
    {
        ManifestEntry good = new("a", Sha256(""), 0);
        AssertRefused("EX227", () => FolderManifest.FromEntries("m", []));
        AssertRefused("EX227", () => FolderManifest.FromEntries("m", [good, good]));
        AssertRefused("EX227", () => FolderManifest.FromEntries("m", [good with { Sha256 = Sha256("").ToUpperInvariant() }]));
        AssertRefused("EX227", () => FolderManifest.FromEntries("m", [good with { Bytes = -1 }]));
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void AssertRefused(string code, Action act) =>
        Assert.Equal(code, Assert.Single(Assert.Throws<DiagnosticException>(act).Diagnostics).Code);

    private sealed class Reports : IProgress<HashingProgress>
    {
        public List<HashingProgress> Items { get; } = [];

        public void Report(HashingProgress value)
        {
            lock (Items)
            {
                Items.Add(value);
            }
        }
    }
}
