namespace Interlock.Policies.Remote.OpenPi;

/// <summary>How to reach an openpi server: <c>ws://</c> or <c>wss://</c>, port 8000 unless it was started otherwise.</summary>
public sealed record OpenPiOptions : RemoteOptions
{
    /// <summary>Sent as <c>Authorization: Api-Key …</c>; null for none. The stock server does not look at it.</summary>
    public string? ApiKey { get; init; }
}
