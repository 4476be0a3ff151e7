using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Proxies.Serving;

/// <summary>What one protocol does with a client's request.</summary>
internal interface IProtocolServer : IDisposable
{
    /// <summary>Serves one request, or a whole session that begins with it; false when the connection is at its end.</summary>
    ValueTask<bool> ServeAsync(HttpClientLink link, HttpRequestHead head, string client, CancellationToken end);
}
