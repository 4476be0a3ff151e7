using System.Text.Unicode;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Policies.Wire.Msgpack;
using Interlock.Runtime.Proxies.Connections;
using Interlock.Runtime.Proxies.Http;
using Interlock.Runtime.Proxies.Serving;
using Interlock.Runtime.Proxies.WebSockets;

namespace Interlock.Runtime.Proxies.OpenPi;

/// <summary>One websocket to the policy server.</summary>
internal sealed class OpenPiUpstream : IDisposable
{
    private readonly FrameWriter _writer;
    private readonly FrameReader _reader;
    private bool _isWithinFrame;
    private byte[]? _owedPong;

    private OpenPiUpstream(Channel channel, FrameReader reader, FrameWriter writer) => (Channel, _reader, _writer) = (channel, reader, writer);

    public Channel Channel { get; }

    public FrameReader Reader => _reader;

    /// <summary>The server said that it leaves.</summary>
    public DiagnosticException Closed => ProxyError.Of(
        ProxyCodes.Cut, "upstream", $"the policy server closed the connection with code {_reader.Control.CloseCode ?? 0}");

    /// <summary>Connects and takes the greeting, which is the reader's message then.</summary>
    /// <param name="context">Of the proxy.</param>
    /// <param name="authorization">What the client showed; null for nothing.</param>
    /// <param name="watch">Of the session.</param>
    /// <param name="end">Of the proxy.</param>
    /// <exception cref="DiagnosticException">RT205, RT208, RT209, RT210, RT235, RT239, RT240.</exception>
    public static OpenPiUpstream Connect(ProxyContext context, string? authorization, Watch watch, CancellationToken end)
    {
        Deadline limit = new(context.Time, context.Options.ConnectTimeout);
        Channel? channel = null;
        try
        {
            channel = context.Upstream.Dial(watch, limit, end);
            HttpLink link = new(channel, watch, "upstream");
            SeededRandom random = new((ulong)context.Time.GetTimestamp());
            WebSocketUpgrade.Ask(link, context.Upstream.Address, authorization, random, limit);
            FrameReader reader = new(channel, "upstream", isMasked: false, context.Options.LongestReplyBytes, link.Ahead);
            OpenPiUpstream upstream = new(channel, reader, new FrameWriter(channel, random));
            upstream.TakeGreeting(watch, limit);
            GreetingCheck.Check(MsgpackNumpy.Decode(reader.Message), context.Options.Spec);
            channel = null;
            return upstream;
        }
        catch (TimeoutException)
        {
            throw ProxyError.Silent(limit.Span, "did not connect and greet");
        }
        catch (IOException failure)
        {
            throw Cut(failure);
        }
        finally
        {
            channel?.Dispose();
        }
    }

    /// <summary>Reads on; pings are answered on the way, but never within a frame of a request, of which the answer would become a part.</summary>
    /// <exception cref="DiagnosticException">RT210, RT213, RT240.</exception>
    public FrameStep Next()
    {
        try
        {
            FrameStep step = _reader.Next();
            if (step == FrameStep.Ping)
            {
                _owedPong = _reader.Control.Payload.ToArray();
                AnswerPing();
                return FrameStep.NeedsMore;
            }

            return step != FrameStep.Message || !_reader.IsText || Utf8.IsValid(_reader.Message.Span)
                ? step
                : throw FrameHeader.Broken("upstream", "text that is none");
        }
        catch (IOException failure)
        {
            throw Cut(failure);
        }
    }

    /// <summary>Sends the newest part of a client's request on.</summary>
    /// <exception cref="DiagnosticException">RT210.</exception>
    public void Send(FrameReader request)
    {
        try
        {
            request.Forward(Channel);
            _isWithinFrame = request.IsWithinFrame;
            AnswerPing();
        }
        catch (IOException failure)
        {
            throw Cut(failure);
        }
    }

    /// <summary>Says goodbye, so that the server does not take the end for a failure; what it answers is not waited for.</summary>
    public void Leave()
    {
        if (_isWithinFrame)
        {
            return;
        }

        try
        {
            _writer.Close(ClosingWords.Normal);
        }
        catch (IOException)
        {
            // It has left already.
        }
    }

    public static DiagnosticException Gone => ProxyError.Of(ProxyCodes.Cut, "upstream", "the policy server cut the connection");

    public void Dispose() => Channel.Dispose();

    // The newest ping alone has to be answered (RFC 6455, 5.5.3).
    private void AnswerPing()
    {
        if (_owedPong is { } payload && !_isWithinFrame)
        {
            _writer.Send(Opcode.Pong, payload);
            _owedPong = null;
        }
    }

    private static DiagnosticException Cut(IOException failure) =>
        ProxyError.Of(ProxyCodes.Cut, "upstream", $"the policy server cut the connection: {failure.GetBaseException().Message}");

    private void TakeGreeting(Watch watch, Deadline limit)
    {
        while (true)
        {
            if (!_reader.HasReady && !watch.Await(Channel, limit))
            {
                throw new TimeoutException();
            }

            switch (Next())
            {
                case FrameStep.Message when _reader.IsText:
                    throw ProxyError.Of(ProxyCodes.WrongMessage, "upstream", "the policy server greets with text", "is this an openpi server?");
                case FrameStep.Message:
                    return;
                case FrameStep.Close:
                    throw Closed;
                case FrameStep.Ended:
                    throw Gone;
                default:
                    break;
            }
        }
    }
}
