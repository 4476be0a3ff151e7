namespace Interlock.ExecSpec.Manifest.Hashing;

/// <summary>A file that belongs to a manifest, before it is hashed.</summary>
/// <param name="RelativePath">Canonical path inside the manifest.</param>
/// <param name="FullPath">Where it is.</param>
/// <param name="Identity">What it was when it was found.</param>
internal sealed record FoundFile(string RelativePath, string FullPath, FileIdentity Identity);
