namespace Interlock.ExecSpec.Manifest;

/// <summary>One file of a manifest.</summary>
/// <param name="Path">Relative to the manifest's folder, separated by <c>/</c>, compared byte by byte; for a single file its name.</param>
/// <param name="Sha256">SHA-256 of its content, 64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">Its size; null where the source does not state it.</param>
public sealed record ManifestEntry(string Path, string Sha256, long? Bytes = null);
