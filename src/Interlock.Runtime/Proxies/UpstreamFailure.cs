namespace Interlock.Runtime.Proxies;

/// <summary>What a client gets when the policy server does not answer as it should.</summary>
public enum UpstreamFailure
{
    /// <summary>The protocol's own error.</summary>
    Error,

    /// <summary>An action that lets the robot come to rest, as the contract defines it.</summary>
    Hold,
}
