namespace Interlock.Policies.Remote;

/// <summary>Whether a server can be reached.</summary>
public enum LinkState
{
    /// <summary>No connection was ever made.</summary>
    NeverConnected = 0,

    /// <summary>Connected as far as is known.</summary>
    Up = 1,

    /// <summary>There was a connection and there is none now.</summary>
    Lost = 2,
}
