using Interlock.ExecSpec.Certificates;
using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>What a run has to prove before it starts.</summary>
public sealed record GateSettings
{
    /// <summary>Certificate (*.certificate.json) of the policy. Default: none.</summary>
    [ConfigKey("Certificate (*.certificate.json) of the policy.", IsPath = true, DefaultText = "none")]
    public string? Certificate { get; init; }

    /// <summary>Folder with the public keys to believe. Default: none.</summary>
    [ConfigKey("Folder with the public keys to believe.", IsPath = true, DefaultText = "none")]
    public string? Trust { get; init; }

    /// <summary>Folder or file with what the policy is made of, hashed and held against the certificate. Default: none, its files are not checked.</summary>
    [ConfigKey(
        "Folder or file with what the policy is made of, hashed and held against the certificate.",
        IsPath = true, DefaultText = "none, its files are not checked")]
    public string? Artefacts { get; init; }

    /// <summary>Signed waiver for this certificate. Default: none.</summary>
    [ConfigKey("Signed waiver for this certificate.", IsPath = true, DefaultText = "none")]
    public string? Waiver { get; init; }

    /// <summary>Lowest certificate level that is enough. Default: declared.</summary>
    [ConfigKey("Lowest certificate level that is enough.")]
    public CertificateLevel Level { get; init; }

    /// <summary>What a refusal does. Default: enforce.</summary>
    [ConfigKey("What a refusal does.")]
    public GateMode Mode { get; init; }
}
