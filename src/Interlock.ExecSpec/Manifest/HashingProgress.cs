namespace Interlock.ExecSpec.Manifest;

/// <summary>How far hashing has come.</summary>
/// <param name="Path">Relative path of the file that was read last.</param>
/// <param name="BytesDone">Bytes hashed or found in the cache so far.</param>
/// <param name="BytesTotal">Bytes of all files.</param>
public readonly record struct HashingProgress(string Path, long BytesDone, long BytesTotal);
