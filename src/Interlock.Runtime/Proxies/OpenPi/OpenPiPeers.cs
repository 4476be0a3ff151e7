using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Connections;
using Interlock.Runtime.Proxies.Serving;
using Interlock.Runtime.Proxies.WebSockets;

namespace Interlock.Runtime.Proxies.OpenPi;

/// <summary>The two peers of a session: which of them may say what, and when.</summary>
/// <param name="context">Of the proxy.</param>
/// <param name="watch">Where the session's thread waits.</param>
/// <param name="client">The one that asks.</param>
/// <param name="name">Its name, for findings.</param>
/// <param name="authorization">What it showed, for the server; null for nothing.</param>
/// <param name="end">Of the proxy.</param>
internal sealed class OpenPiPeers(ProxyContext context, Watch watch, OpenPiClient client, string name, string? authorization, CancellationToken end) : IDisposable
{
    private OpenPiUpstream? _upstream;

    /// <summary>The server, connected to anew where it was dropped.</summary>
    /// <exception cref="DiagnosticException">RT205, RT208, RT209, RT210, RT239, RT240.</exception>
    public OpenPiUpstream Upstream() => _upstream ??= OpenPiUpstream.Connect(context, authorization, watch, end);

    /// <summary>Drops the server, whatever it may still say.</summary>
    public void Disconnect()
    {
        _upstream?.Dispose();
        _upstream = null;
    }

    public void Dispose() => Disconnect();

    /// <summary>Hears the server before a request ends: a message that is there already answers none.</summary>
    /// <exception cref="DiagnosticException">RT210, RT211, RT240.</exception>
    public void HearEarly()
    {
        while (_upstream is { } upstream && (upstream.Reader.HasReady || Watch.IsReady(upstream.Channel)))
        {
            switch (upstream.Next())
            {
                case FrameStep.Piece or FrameStep.Message:
                    throw ProxyError.Of(ProxyCodes.Unasked, "upstream", "a message came before the request had ended: it answers none");
                case FrameStep.Close:
                    throw upstream.Closed;
                case FrameStep.Ended:
                    throw OpenPiUpstream.Gone;
                default:
                    break;
            }
        }
    }

    /// <summary>Waits for the first part of the next request; null when the client leaves.</summary>
    /// <exception cref="DiagnosticException">The client's fault.</exception>
    public FrameStep? NextRequest()
    {
        while (true)
        {
            bool isClient = client.Reader.HasReady;
            bool isServer = _upstream is { Reader.HasReady: true };
            if (!isClient && !isServer)
            {
                (isClient, isServer) = watch.Either(client.Channel, _upstream?.Channel, default);
            }

            if (isServer)
            {
                HearUnasked();
            }
            else if (isClient)
            {
                switch (client.Next())
                {
                    case FrameStep.Close:
                        client.Close();
                        _upstream?.Leave();
                        Leave.Wait(client.Channel, watch, context.Time);
                        return null;
                    case FrameStep.Ended:
                        return null;
                    case FrameStep.Piece:
                        return FrameStep.Piece;
                    case FrameStep.Message:
                        return FrameStep.Message;
                    default:
                        break;
                }
            }
        }
    }

    /// <summary>Waits for what the server says; null when the client has gone meanwhile. A request that comes before the reply to the last waits.</summary>
    /// <exception cref="DiagnosticException">RT209, RT210, RT213, RT240.</exception>
    public FrameStep? Reply(TimeSpan longest)
    {
        OpenPiUpstream upstream = _upstream!;
        Deadline limit = new(context.Time, longest);
        bool hearsClient = true;
        while (true)
        {
            bool isServer = upstream.Reader.HasReady;
            bool isClient = hearsClient && client.Reader.HasReady;
            if (!isServer && !isClient)
            {
                (isServer, isClient) = watch.Either(upstream.Channel, hearsClient ? client.Channel : null, limit);
            }

            if (isServer)
            {
                FrameStep step = upstream.Next();
                if (step is not (FrameStep.NeedsMore or FrameStep.Piece))
                {
                    return step;
                }
            }
            else if (isClient)
            {
                FrameStep step = client.Next(takesMessages: false);
                hearsClient = step != FrameStep.MessageWaits;
                if (step is FrameStep.Close or FrameStep.Ended)
                {
                    return null;
                }
            }

            if (limit.IsOver)
            {
                throw ProxyError.Silent(limit.Span, "did not answer");
            }
        }
    }

    // Between requests a server has nothing to say but pings and that it leaves.
    private void HearUnasked()
    {
        try
        {
            FrameStep step = _upstream!.Next();
            if (step is FrameStep.Piece or FrameStep.Message)
            {
                context.Tally.UpstreamFailed();
                context.Tell(name, new Diagnostic(
                    ProxyCodes.Unasked, DiagnosticSeverity.Warning, "the policy server sent a message that nobody asked for; it was dropped with its connection"));
            }

            if (step != FrameStep.NeedsMore)
            {
                Disconnect();
            }
        }
        catch (DiagnosticException)
        {
            Disconnect();
        }
    }
}
