using System.Net.Security;
using System.Security.Authentication;
using Interlock.Runtime.Proxies.Serving;
using Interlock.Runtime.Proxies.Tls;

namespace Interlock.Runtime.Proxies.LeRobot.Grpc;

/// <summary>TLS with a client of gRPC, who has to ask for HTTP/2. Source: RFC 9113, 3.2.</summary>
internal static class TlsHandshake
{
    /// <summary>Agrees with a client.</summary>
    /// <param name="stream">Taken over; disposed of where they do not agree.</param>
    /// <param name="options">What is offered.</param>
    /// <param name="context">Of the proxy.</param>
    /// <param name="end">Of the proxy.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT238.</exception>
    public static async Task<SslStream> ServeAsync(Stream stream, SslServerAuthenticationOptions options, ProxyContext context, CancellationToken end)
    {
        SslStream tls = new(stream);
        using TimeLimit limit = new(context.Options.ClientTimeout, context.Time, end);
        try
        {
            await tls.AuthenticateAsServerAsync(options, limit.Token);
            Require(TlsServerSide.IsNewEnough(tls.SslProtocol), "The peer speaks nothing newer than TLS 1.1.");
            Require(tls.NegotiatedApplicationProtocol == SslApplicationProtocol.Http2, "The peer did not ask for HTTP/2 (ALPN h2).");
            return tls;
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException || limit.IsOver)
        {
            await tls.DisposeAsync();
            context.Tally.ClientErred();
            throw ProxyError.Of(
                ProxyCodes.Handshake, "client", $"no TLS could be agreed on: {(limit.IsOver ? "it took too long" : failure.GetBaseException().Message)}");
        }
        catch
        {
            await tls.DisposeAsync();
            throw;
        }
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new AuthenticationException(message);
        }
    }
}
