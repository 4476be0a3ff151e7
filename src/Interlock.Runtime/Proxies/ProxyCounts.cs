namespace Interlock.Runtime.Proxies;

/// <summary>What a proxy has done so far.</summary>
/// <param name="Clients">Connections taken.</param>
/// <param name="OpenClients">Connections open now.</param>
/// <param name="Requests">Requests answered with actions.</param>
/// <param name="Rows">Actions judged.</param>
/// <param name="ChangedRows">Actions that the contract did not allow as they were.</param>
/// <param name="ClientErrors">Requests and connections refused because of what the client sent.</param>
/// <param name="UpstreamFailures">Requests that the server did not answer as it should.</param>
public readonly record struct ProxyCounts(
    long Clients, long OpenClients, long Requests, long Rows, long ChangedRows, long ClientErrors, long UpstreamFailures);
