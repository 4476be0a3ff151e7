using System.Security.Cryptography;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Identity;

/// <summary>
/// Notices that the statistics of a running policy were exchanged after the start. It remembers the fingerprint and hashes again on
/// demand, without allocating. Not thread-safe.
/// </summary>
public sealed class StatisticsWatch
{
    private readonly byte[] _fingerprint = new byte[SHA256.HashSizeInBytes];
    private readonly byte[] _record;

    /// <summary>Remembers what <paramref name="normaliser"/> is now.</summary>
    public StatisticsWatch(Normaliser normaliser)
    {
        _record = new byte[StatisticsRecord.Length(normaliser)];
        StatisticsRecord.Write(normaliser, _record);
        SHA256.HashData(_record, _fingerprint);
    }

    /// <summary>The remembered fingerprint, as <see cref="StatisticsFingerprint"/> writes it.</summary>
    public string Fingerprint => Convert.ToHexStringLower(_fingerprint);

    /// <summary>True while the fingerprint of <paramref name="live"/> is the remembered one.</summary>
    /// <param name="live">The normaliser that decodes now: the same object with the same arrays, or one that took its place.</param>
    public bool IsUnchanged(Normaliser live)
    {
        if (StatisticsRecord.Length(live) != _record.Length)
        {
            return false;
        }

        StatisticsRecord.Write(live, _record);
        Span<byte> now = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_record, now);
        return now.SequenceEqual(_fingerprint);
    }
}
