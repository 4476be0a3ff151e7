namespace Interlock.Runtime.Proxies.LeRobot.Upstream;

/// <summary>The connection is gone, and what was said over it has to be said again.</summary>
internal sealed class LostConnectionException() : IOException("The connection to the policy server is gone.");
