using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Manifest;
using Interlock.ExecSpec.Manifest.Cache;

namespace Interlock.ExecSpec.Tests.Manifest.Cache;

/// <summary>Whether a digest came from the cache shows where the cache was made to lie.</summary>
public sealed class HashCacheTests : IDisposable
{
    private const int Mutations = 300;

    private readonly TemporaryFolder _folder = new();
    private readonly string _model;
    private readonly string _cache;
    private readonly DiagnosticCollector _findings = new();

    public HashCacheTests()
    {
        _model = _folder.Write("model/weights.bin", "weights");
        _cache = _folder.PathOf("cache/hashes.jsonl");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_did_not_change_is_not_read_again()
    {
        string honest = Build();
        string lie = Falsify();
        Assert.NotEqual(honest, lie);
        Assert.Equal(lie, Build());
    }

    [Fact]
    public void Paranoia_reads_every_file_and_mends_the_cache()
    {
        string honest = Build();
        Falsify();
        Assert.Equal(honest, Build(paranoid: true));
        Assert.Equal(honest, Build());
    }

    [Fact]
    public void A_change_of_content_is_seen_although_size_and_modification_time_are_set_back()
    {
        Build();
        Falsify();
        DateTime time = File.GetLastWriteTimeUtc(_model);
        File.WriteAllText(_model, "WEIGHTS");
        File.SetLastWriteTimeUtc(_model, time);
        if (OperatingSystem.IsLinux())
        {
            Assert.Equal(Digest("WEIGHTS"), Build());
        }
    }

    [Fact]
    public void A_file_that_was_just_written_is_not_remembered()
    {
        FolderManifest.Build(_model, Hashing(TimeProvider.System));
        Assert.False(File.Exists(_cache));
    }

    [Fact]
    public void A_cache_that_others_may_write_is_not_used()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string honest = Build();
        Falsify();
        File.SetUnixFileMode(_cache, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
        Assert.Equal(honest, Build());
        Assert.Equal("EX228", Assert.Single(_findings.Items).Code);
    }

    [Fact]
    public void A_cache_in_a_folder_that_others_may_write_is_not_used()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string honest = Build();
        Falsify();
        string folder = Path.GetDirectoryName(_cache)!;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherWrite);
        Assert.Equal(honest, Build());
        Assert.Equal("EX228", Assert.Single(_findings.Items).Code);
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_a_remark()
    {
        _folder.Write("cache", "in the way");
        Assert.Equal(Digest("weights"), Build());
        Assert.All(_findings.Items, finding => Assert.Equal(("EX228", DiagnosticSeverity.Warning), (finding.Code, finding.Severity)));
        Assert.NotEmpty(_findings.Items);
    }

    [Fact]
    public void A_damaged_cache_never_changes_a_digest()
    {
        string honest = Build();
        byte[] lines = File.ReadAllBytes(_cache);
        SeededRandom random = new(9);
        for (int i = 0; i < Mutations; i++)
        {
            File.WriteAllBytes(_cache, Mutation.Of(lines, random));
            Assert.Equal(honest, Build());
        }
    }

    [Fact]
    public void A_cache_is_bounded()
    {
        using (FileStream stream = new(_folder.Write("cache/hashes.jsonl", ""), FileMode.Open))
        {
            stream.SetLength(64 << 20);
        }

        Assert.Equal(Digest("weights"), Build());
        Assert.Equal("EX228", Assert.Single(_findings.Items).Code);
        Assert.InRange(new FileInfo(_cache).Length, 1, 1000);
    }

    private string Build(bool paranoid = false) =>
        Assert.Single(FolderManifest.Build(_model, Hashing(new Later()) with { Paranoid = paranoid }).Entries).Sha256;

    private FileHashing Hashing(TimeProvider clock) => new() { CacheFolder = Path.GetDirectoryName(_cache), Clock = clock, Findings = _findings };

    /// <summary>Puts another digest into the cache as somebody would who knows its format.</summary>
    private string Falsify()
    {
        CacheLine line = CacheLine.Parse(File.ReadAllBytes(_cache).AsMemory()[..^1])!;
        string lie = Digest("something else");
        new CacheFile(_cache, null).Write([line with { Sha256 = lie }]);
        return lie;
    }

    private static string Digest(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A minute after the files were written.</summary>
    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddMinutes(1);
    }
}
