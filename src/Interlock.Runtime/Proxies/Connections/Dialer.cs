using System.Net.Sockets;
using System.Security.Authentication;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Serving;
using Interlock.Runtime.Proxies.Tls;

namespace Interlock.Runtime.Proxies.Connections;

/// <summary>Connects to the policy server.</summary>
internal sealed class Dialer(ProxyOptions options, TimeProvider time)
{
    private static readonly string[] OverTls = ["wss", "https"];

    public Uri Address { get; } = new(options.Upstream);

    /// <summary>A connection, TLS agreed on where the address asks for it.</summary>
    /// <exception cref="DiagnosticException">RT208, RT209, RT239.</exception>
    public Channel Dial(Watch watch, Deadline limit, CancellationToken end)
    {
        Channel? channel = null;
        try
        {
            channel = Connected(end);
            if (channel is TlsChannel tls)
            {
                tls.Connect(TlsAuthorities.Client(options.UpstreamAuthorities, Address.IdnHost), watch, limit);
            }

            Channel ready = channel;
            channel = null;
            return ready;
        }
        catch (AuthenticationException failure)
        {
            throw ProxyError.Of(
                ProxyCodes.Untrusted, "upstream", $"TLS with the policy server failed: {failure.GetBaseException().Message}", "does --upstream-ca have the authority of its certificate, and is it addressed by the name in it?");
        }
        catch (IOException failure)
        {
            throw ProxyError.Of(ProxyCodes.Unreachable, "upstream", $"no TLS with {options.Upstream}: {failure.GetBaseException().Message}", "does the policy server speak TLS there?");
        }
        finally
        {
            channel?.Dispose();
        }
    }

    private Channel Connected(CancellationToken end)
    {
        Socket? socket = null;
        using TimeLimit limit = new(options.ConnectTimeout, time, end);
        try
        {
            socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, SendTimeout = (int)options.ReplyTimeout.TotalMilliseconds };
            using CancellationTokenRegistration cut = limit.Token.Register(socket.Dispose);
            socket.Connect(Address.IdnHost, Address.Port);
            Channel channel = OverTls.Contains(Address.Scheme) ? new TlsChannel(socket) : new PlainChannel(socket);
            socket = null;
            return channel;
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            end.ThrowIfCancellationRequested();
            throw limit.IsOver
                ? ProxyError.Silent(options.ConnectTimeout, "did not let the proxy connect")
                : ProxyError.Of(ProxyCodes.Unreachable, "upstream", $"not connected to {options.Upstream}: {failure.Message}", "is the policy server running?");
        }
        finally
        {
            socket?.Dispose();
        }
    }
}
