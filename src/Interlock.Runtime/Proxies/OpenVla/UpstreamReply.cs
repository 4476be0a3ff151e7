namespace Interlock.Runtime.Proxies.OpenVla;

/// <summary>A whole reply of the policy server.</summary>
internal sealed record UpstreamReply(int Status, string ContentType, byte[] Body);
