using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire.Msgpack;
using Interlock.Runtime.Proxies.Connections;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Proxies.Http;
using Interlock.Runtime.Proxies.Serving;
using Interlock.Runtime.Proxies.WebSockets;

namespace Interlock.Runtime.Proxies.OpenPi;

/// <summary>
/// One openpi client, on one thread. The parts of a request go on as they arrive, masked as they came, and the last one only after the whole was understood;
/// the reply is held back until its actions are guarded. Source of the protocol: openpi, serving/websocket_policy_server.py.
/// </summary>
internal sealed class OpenPiSession : IDisposable
{
    private readonly ProxyContext _context;
    private readonly HttpLink _link;
    private readonly string _name;
    private readonly OpenPiCodec _codec;
    private readonly GuardedExchange _exchange;
    private readonly OpenPiClient _client;
    private readonly OpenPiPeers _peers;
    private bool _hasAnswered;

    public OpenPiSession(ProxyContext context, HttpLink link, string name, string? authorization, CancellationToken end)
    {
        (_context, _link, _name) = (context, link, name);
        _codec = new OpenPiCodec(context.Options);
        _exchange = context.NewExchange(name);
        _client = new OpenPiClient(link.Channel, context);
        _peers = new OpenPiPeers(context, link.Watch, _client, name, authorization, end);
    }

    /// <summary>Serves the client until one side ends it.</summary>
    public void Serve(HttpRequestHead head)
    {
        OpenPiUpstream upstream = _peers.Upstream();
        ReadOnlyMemory<byte> greeting = upstream.Reader.Message;
        greeting = MapEntry.Append(greeting, MsgpackNumpy.Decode(greeting), _context.Description);
        WebSocketUpgrade.Accept(_link, head);
        _client.Send(greeting.Span);
        try
        {
            AnswerAll();
        }
        catch (DiagnosticException failure)
        {
            _context.Tell(_name, failure.Diagnostics[0]);
            Fail(ClosingWords.Line(failure), ClosingWords.CodeFor(failure.Diagnostics[0].Code));
        }
    }

    public void Dispose()
    {
        _peers.Dispose();
        _exchange.Dispose();
    }

    private void AnswerAll()
    {
        while (_peers.NextRequest() is { } first)
        {
            DiagnosticException? failure = Forward(first);
            if (failure is null && !TryReply(out failure))
            {
                return;
            }

            if (failure is not null)
            {
                StandIn(failure);
            }

            _exchange.Flush();
        }
    }

    /// <summary>Sends a request on while it arrives; the finding when the server did not take it.</summary>
    /// <exception cref="DiagnosticException">The client's fault.</exception>
    private DiagnosticException? Forward(FrameStep step)
    {
        Deadline limit = new(_context.Time, _context.Options.ClientTimeout);
        DiagnosticException? failure = Try(() => _peers.Upstream());
        while (step != FrameStep.Message)
        {
            if (step == FrameStep.Piece)
            {
                failure ??= Try(() => _peers.Upstream().Send(_client.Reader));
                _client.Reader.Unmask();
            }
            else if (step is FrameStep.Close or FrameStep.Ended)
            {
                throw ClientFault(ProxyError.Of(ProxyCodes.Cut, "client", "it went within a request"));
            }

            if (!_client.Reader.HasReady && !_link.Watch.Await(_client.Channel, limit))
            {
                throw ClientFault(ProxyError.Of(ProxyCodes.Cut, "client", "a request did not come to its end in time"));
            }

            step = _client.Next();
        }

        _client.Reader.Unmask();
        Understand(_client.Reader.Message);
        _client.Reader.Unmask();
        failure ??= Try(_peers.HearEarly);
        return failure ?? Try(() => _peers.Upstream().Send(_client.Reader));
    }

    private void Understand(ReadOnlyMemory<byte> request)
    {
        try
        {
            if (_exchange.Observe(_codec.State(request)))
            {
                _context.Tell(_name, new Diagnostic(
                    ProxyCodes.Moved, DiagnosticSeverity.Info, "the robot is not where its last commands led: it was moved, and a new episode begins"));
            }
        }
        catch (DiagnosticException failure)
        {
            throw ClientFault(failure);
        }
    }

    // False when the session is at its end.
    private bool TryReply(out DiagnosticException? failure)
    {
        long asked = _context.Time.GetTimestamp();
        try
        {
            if (_peers.Reply(_hasAnswered ? _context.Options.ReplyTimeout : _context.Options.FirstReplyTimeout) is not { } step)
            {
                failure = null;
                return false;
            }

            OpenPiUpstream upstream = _peers.Upstream();
            if (step == FrameStep.Message && upstream.Reader.IsText && _context.Options.OnUpstreamFailure == UpstreamFailure.Error)
            {
                _context.Tally.UpstreamFailed();
                Fail(upstream.Reader.Message.Span, ClosingWords.Failed);
                failure = null;
                return false;
            }

            PassOn(step, upstream, _context.Time.GetElapsedTime(asked).TotalMilliseconds);
            failure = null;
        }
        catch (DiagnosticException found)
        {
            failure = found;
        }

        return true;
    }

    private void PassOn(FrameStep step, OpenPiUpstream upstream, double latencyMs)
    {
        ReadOnlyMemory<byte> reply = upstream.Reader.Message;
        if (step != FrameStep.Message || upstream.Reader.IsText)
        {
            throw step == FrameStep.Close ? upstream.Closed
                : step == FrameStep.Ended ? OpenPiUpstream.Gone
                : ProxyError.Of(ProxyCodes.WrongMessage, "upstream", $"the policy server failed: {Core.Text.Quoted.Of(LastLine(reply.Span))}");
        }

        ReadOnlyMemory<byte> guarded = _codec.Guard(reply, _exchange, latencyMs, out ExchangeReport report);
        _context.Tally.Answered(report.Rows, report.Changed);
        if (guarded.Equals(reply))
        {
            _client.Channel.Send(upstream.Reader.Framed());
        }
        else
        {
            _client.Send(guarded.Span);
        }

        _hasAnswered = true;
        _context.Tell(_name, report, _exchange.LatchCode);
    }

    private static string LastLine(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text).TrimEnd().Split('\n')[^1];

    /// <summary>What the client gets in place of a reply. The server's connection is dropped, whatever it may still say.</summary>
    private void StandIn(DiagnosticException failure)
    {
        _peers.Disconnect();
        _context.Tally.UpstreamFailed();
        if (_context.Options.OnUpstreamFailure == UpstreamFailure.Error)
        {
            throw failure;
        }

        _context.Tell(_name, failure.Diagnostics[0]);
        _client.Send(OpenPiCodec.Holding(_exchange.Hold(), _context.Options.Contract.Channels.Count).Span);
    }

    private DiagnosticException ClientFault(DiagnosticException failure)
    {
        _context.Tally.ClientErred();
        return failure;
    }

    private static DiagnosticException? Try(Action step)
    {
        try
        {
            step();
            return null;
        }
        catch (DiagnosticException failure)
        {
            return failure;
        }
    }

    private void Fail(ReadOnlySpan<byte> text, int code) => ClosingWords.Say(_client.Channel, text, code, _link.Watch, _context.Time);
}
