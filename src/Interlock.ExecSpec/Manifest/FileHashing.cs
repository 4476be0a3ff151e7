using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Manifest;

/// <summary>How files are hashed.</summary>
public sealed record FileHashing
{
    /// <summary>
    /// Folder of the hash cache; null for none. A cached digest is used when path, size, modification and change time, inode and device
    /// are what they were. Whoever may write into the folder can make the cache lie: keep it private to the account that verifies.
    /// </summary>
    public string? CacheFolder { get; init; }

    /// <summary>Hashes every file, whatever the cache says, and refreshes it.</summary>
    public bool Paranoid { get; init; }

    /// <summary>
    /// Paths left out beside the <c>.git</c>, <c>.gitignore</c>, <c>.gitattributes</c> and <c>.github</c> of the root: exact, relative,
    /// with <c>/</c>; a folder with all that is in it.
    /// </summary>
    public IReadOnlyList<string> IgnoredPaths { get; init; } = [];

    /// <summary>The file that holds the signature, which cannot sign itself; ignored where it lies inside the folder. Null for none.</summary>
    public string? SignatureFile { get; init; }

    /// <summary>Told about progress from hashing threads, some times per second; null for nobody.</summary>
    public IProgress<HashingProgress>? Progress { get; init; }

    /// <summary>Takes EX228 when the cache cannot be used; null for nobody.</summary>
    public DiagnosticCollector? Findings { get; init; }

    /// <summary>The clock: digests of files that changed within the last seconds are not kept, because a further change could go unseen.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
