using Interlock.Runtime.Proxies;

namespace Interlock.Runtime.Live;

/// <summary>A proxy in words and counts, as the topic <c>/interlock/status</c> says it.</summary>
/// <param name="Protocol">What is spoken.</param>
/// <param name="Contract">Name of the contract.</param>
/// <param name="IsShadow">True when replies go on as they came.</param>
/// <param name="OnUpstreamFailure">What a client gets when the server fails.</param>
/// <param name="CertificateLevel">Level of the certificate that the gate found; null without one.</param>
/// <param name="Counts">What was done so far.</param>
/// <param name="Sessions">Those that are open, oldest first, at most <see cref="MostSessions"/>.</param>
public sealed record LiveProxyStatus(
    ProxyProtocol Protocol,
    string Contract,
    bool IsShadow,
    UpstreamFailure OnUpstreamFailure,
    string? CertificateLevel,
    ProxyCounts Counts,
    IReadOnlyList<LiveProxySession> Sessions)
{
    /// <summary>Most sessions that a status lists, the newest of them; more clients than one person looks at. Ours.</summary>
    public const int MostSessions = 64;
}

/// <summary>One client of a proxy.</summary>
/// <param name="Name">What its topics begin with, without the slash: <c>session-3</c>.</param>
/// <param name="Client">Address and number of the connection, or the name the client gave its session.</param>
/// <param name="StoppedBy">Code of the stop that stays until the proxy is started anew; null while there is none.</param>
public sealed record LiveProxySession(string Name, string Client, string? StoppedBy);
