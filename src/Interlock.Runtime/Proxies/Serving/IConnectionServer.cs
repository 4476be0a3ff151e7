using System.Net.Security;
using System.Net.Sockets;

namespace Interlock.Runtime.Proxies.Serving;

/// <summary>What a proxy does with a connection that it accepted: a protocol that brings its own HTTP has its own way.</summary>
internal interface IConnectionServer : IDisposable
{
    /// <summary>Serves one client to its end, on the thread of its connection; the socket may be disposed of.</summary>
    void Serve(Socket socket, string client, SslServerAuthenticationOptions? tls, CancellationToken end);
}
