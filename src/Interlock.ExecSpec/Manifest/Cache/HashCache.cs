using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Manifest.Hashing;

namespace Interlock.ExecSpec.Manifest.Cache;

/// <summary>Digests that need not be computed again while their files stay as they are. Free-threaded.</summary>
internal sealed class HashCache
{
    /// <summary>Digests kept; the ones that were not used for longest go first.</summary>
    public const int MostLines = 20_000;

    // Two changes within the granularity of a file system's clock (2 s on FAT) look like one.
    private const long SettlingNs = 2_000_000_000;
    private const long NsPerTick = 100;

    private readonly Lock _lock = new();
    private readonly CacheFile? _file;
    private readonly FileHashing _hashing;
    private readonly Dictionary<string, CacheLine> _old;
    private readonly Dictionary<string, CacheLine> _used = new(StringComparer.Ordinal);
    private bool _hasNew;

    private HashCache(CacheFile? file, FileHashing hashing)
    {
        _file = file;
        _hashing = hashing;
        _old = file?.Read() ?? [];
    }

    public static HashCache Open(FileHashing hashing) =>
        new(hashing.CacheFolder is { } folder ? CacheFile.In(folder, hashing.Findings) : null, hashing);

    /// <summary>The digest of a file that did not change; null when it has to be read.</summary>
    public string? Find(FoundFile file)
    {
        if (_hashing.Paranoid || !_old.TryGetValue(file.FullPath, out CacheLine? line) || line.Identity != file.Identity)
        {
            return null;
        }

        lock (_lock)
        {
            _used[file.FullPath] = line;
        }

        return line.Sha256;
    }

    /// <summary>Remembers a digest, unless the file changed so lately that a further change could go unseen.</summary>
    public void Keep(FoundFile file, string sha256)
    {
        long nowNs = (_hashing.Clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NsPerTick;
        if (_file is null || nowNs - file.Identity.TouchedNs < SettlingNs)
        {
            return;
        }

        lock (_lock)
        {
            _used[file.FullPath] = new CacheLine(file.FullPath, file.Identity, sha256);
            _hasNew = true;
        }
    }

    /// <summary>Writes the cache when there is something new. A cache that cannot be written is a remark: it costs time, not truth.</summary>
    public void Save()
    {
        if (_hasNew)
        {
            _file?.Write([.. _used.Values.Concat(_old.Values.Where(line => !_used.ContainsKey(line.Path))).Take(MostLines)]);
        }
    }
}
