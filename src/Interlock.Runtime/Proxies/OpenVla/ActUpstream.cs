using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Connections;
using Interlock.Runtime.Proxies.Http;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.OpenVla;

/// <summary>Asks the policy server. A request that is given up takes its connection with it, so that a late reply reaches nobody.</summary>
internal sealed class ActUpstream(ProxyContext context) : IDisposable
{
    private static readonly string[] SentOn = ["Content-Type", "Authorization", "User-Agent", "Accept"];

    private readonly ConcurrentStack<Parked> _idle = new();
    private int _hasAnswered;

    /// <summary>Sends a request on and reads the whole reply.</summary>
    /// <exception cref="DiagnosticException">RT202, RT208, RT209, RT210, RT213, RT239, or what is wrong with the request.</exception>
    public UpstreamReply Ask(ClientBody body, HttpRequestHead head, Watch watch, CancellationToken end)
    {
        string words = Words(head);
        while (true)
        {
            using ActConnection connection = Take(watch, end);
            try
            {
                return Exchange(connection, words, body);
            }
            catch (IOException failure)
            {
                // It was closed while it lay idle; whoever closes so has not begun with the request.
                if (!connection.IsUsed || !connection.IsSilent)
                {
                    throw ProxyError.Of(ProxyCodes.Cut, "upstream", $"the policy server broke off: {failure.GetBaseException().Message}");
                }
            }
        }
    }

    public void Dispose()
    {
        while (_idle.TryPop(out Parked? parked))
        {
            parked.Channel.Dispose();
        }
    }

    private UpstreamReply Exchange(ActConnection connection, string words, ClientBody body)
    {
        connection.Send(words, body);
        Deadline limit = new(context.Time, Volatile.Read(ref _hasAnswered) == 0 ? context.Options.FirstReplyTimeout : context.Options.ReplyTimeout);
        try
        {
            UpstreamReply reply = connection.Receive(context.Options.LongestReplyBytes, limit);
            Volatile.Write(ref _hasAnswered, 1);
            if (connection.IsReusable && _idle.Count < context.Options.MostClients)
            {
                _idle.Push(new Parked(connection.Release()));
            }

            return reply;
        }
        catch (TimeoutException)
        {
            throw ProxyError.Silent(limit.Span, "did not answer");
        }
    }

    // An idle one that has something to say while nobody asks has been closed, or answers twice.
    private ActConnection Take(Watch watch, CancellationToken end)
    {
        while (_idle.TryPop(out Parked? parked))
        {
            if (!parked.Channel.HasReady && !parked.Channel.Socket.Poll(0, SelectMode.SelectRead))
            {
                return new ActConnection(parked.Channel, watch);
            }

            parked.Channel.Dispose();
        }

        return new ActConnection(context.Upstream.Dial(watch, new Deadline(context.Time, context.Options.ConnectTimeout), end), watch);
    }

    private string Words(HttpRequestHead head)
    {
        Uri address = context.Upstream.Address;
        StringBuilder words = new($"POST {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\n");
        foreach (string field in SentOn)
        {
            if (head[field] is { } value && (field != "Authorization" || !context.Token.IsAsked))
            {
                words.Append(field).Append(": ").Append(value).Append("\r\n");
            }
        }

        return words.ToString();
    }

    private sealed record Parked(Channel Channel);
}
