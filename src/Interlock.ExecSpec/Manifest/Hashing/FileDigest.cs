using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Interlock.ExecSpec.Manifest.Hashing;

/// <summary>Hashes one file, and notices when it changes meanwhile.</summary>
internal static class FileDigest
{
    // Large enough that the cost of a call vanishes, small enough to stay in the second-level cache.
    private const int BlockBytes = 256 << 10;

    /// <summary>SHA-256 as lower-case hexadecimal digits; null when the file is no longer the one that was found.</summary>
    /// <param name="file">The file.</param>
    /// <param name="read">Told the count of bytes of every block.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public static string? Of(FoundFile file, Action<long> read, CancellationToken cancellation)
    {
        // A pipe that took the file's place would block the opening.
        if (FileState.OfPath(file.FullPath) is not { IsRegular: true } before || before.Identity != file.Identity)
        {
            return null;
        }

        const FileShare Others = FileShare.ReadWrite | FileShare.Delete;
        using SafeFileHandle handle = File.OpenHandle(file.FullPath, FileMode.Open, FileAccess.Read, Others, FileOptions.SequentialScan);
        if (!IsStill(file.Identity, handle))
        {
            return null;
        }

        string? digest = Hash(handle, file.Identity.Size, read, cancellation);
        return IsStill(file.Identity, handle) && FileState.OfPath(file.FullPath)?.Identity == file.Identity ? digest : null;
    }

    private static bool IsStill(FileIdentity identity, SafeFileHandle handle) => FileState.OfHandle(handle)?.Identity == identity;

    private static string? Hash(SafeFileHandle handle, long size, Action<long> read, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            long done = 0;
            while (done <= size)
            {
                cancellation.ThrowIfCancellationRequested();
                int count = RandomAccess.Read(handle, block.AsSpan(0, BlockBytes), done);
                if (count == 0)
                {
                    break;
                }

                hash.AppendData(block, 0, count);
                done += count;
                read(count);
            }

            return done == size ? Convert.ToHexStringLower(hash.GetHashAndReset()) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
