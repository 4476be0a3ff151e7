using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Proxies.Serving;

/// <summary>What one protocol does with a client's request, on the thread of its connection.</summary>
internal interface IProtocolServer : IDisposable
{
    /// <summary>Serves one request, or a whole session that begins with it; false when the connection is at its end.</summary>
    bool Serve(HttpLink link, HttpRequestHead head, string client, CancellationToken end);
}
