namespace Interlock.Runtime.Proxies.Http;

/// <summary>What a head says about its body.</summary>
/// <param name="Bytes">Its length; null where it does not say.</param>
/// <param name="IsInPieces">True when it comes in pieces that say their lengths.</param>
internal readonly record struct BodyLength(long? Bytes, bool IsInPieces)
{
    /// <summary>True when a request with such a head has a body.</summary>
    public bool IsAny => IsInPieces || Bytes > 0;
}
