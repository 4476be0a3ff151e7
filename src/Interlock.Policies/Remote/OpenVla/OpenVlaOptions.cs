namespace Interlock.Policies.Remote.OpenVla;

/// <summary>How to reach an OpenVLA or OpenVLA-OFT server: <c>http://host:8000/act</c> or <c>http://host:8777/act</c>.</summary>
public sealed record OpenVlaOptions : RemoteOptions
{
    /// <summary>Statistics that the server un-normalises with, as <c>unnorm_key</c> at the end of the request; null to leave it out. OFT servers fix it at their start.</summary>
    public string? UnnormKey { get; init; }

    /// <summary>True to send the request as JSON text inside JSON, as clients without json-numpy do; the reply is read in either form.</summary>
    public bool IsDoubleEncoded { get; init; }
}
