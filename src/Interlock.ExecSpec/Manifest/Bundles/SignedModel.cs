using Interlock.ExecSpec.Signing;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.ExecSpec.Manifest.Bundles;

/// <summary>What an OpenSSF Model Signing bundle says about a model, after enough trusted keys were found to have signed it.</summary>
public sealed class SignedModel
{
    internal SignedModel(FolderManifest manifest, IReadOnlyList<string> ignoredPaths, VerifiedPayload payload)
    {
        Manifest = manifest;
        IgnoredPaths = ignoredPaths;
        Payload = payload;
    }

    /// <summary>The files that were signed; sizes are not stated.</summary>
    public FolderManifest Manifest { get; }

    /// <summary>SHA-256 over the concatenated digests of the files: the subject of the statement, 64 lower-case hexadecimal digits.</summary>
    public string RootDigest => Manifest.RootDigest;

    /// <summary>What the signer left out, for <see cref="FileHashing.IgnoredPaths"/>.</summary>
    public IReadOnlyList<string> IgnoredPaths { get; }

    /// <summary>The different trusted keys that signed.</summary>
    public IReadOnlyList<VerificationKey> SignedBy => Payload.SignedBy;

    /// <summary>The statement's bytes, as they were verified.</summary>
    public VerifiedPayload Payload { get; }
}
