namespace Interlock.ExecSpec.Manifest.Hashing;

/// <summary>What tells one state of a file from another without reading it.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedNs">Modification time, nanoseconds since 1970 UTC.</param>
/// <param name="ChangedNs">Change time, which a program cannot set back; null where the system does not tell.</param>
/// <param name="Inode">Number of the file; null where the system does not tell.</param>
/// <param name="Device">The device that holds it; null where the system does not tell.</param>
internal readonly record struct FileIdentity(long Size, long ModifiedNs, long? ChangedNs, ulong? Inode, ulong? Device)
{
    /// <summary>The later of the two times.</summary>
    public long TouchedNs => Math.Max(ModifiedNs, ChangedNs ?? long.MinValue);
}
