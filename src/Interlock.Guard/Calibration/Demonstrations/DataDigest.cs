using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Interlock.Core.Episodes;

namespace Interlock.Guard.Calibration.Demonstrations;

/// <summary>SHA-256 over the episodes that were used: for each its index, length, dimension and actions, little-endian.</summary>
internal sealed class DataDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(Episode episode)
    {
        Span<byte> header = stackalloc byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(header, episode.Index);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], episode.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], episode.ActionDimension);
        _hash.AppendData(header);
        _hash.AppendData(MemoryMarshal.AsBytes(episode.Actions.AsSpan(0, episode.Length * episode.ActionDimension)));
    }

    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
