using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Msgpack;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.OpenPi;

/// <summary>What a proxy reads out of openpi messages, and what it changes in them.</summary>
internal sealed class OpenPiCodec(ProxyOptions options)
{
    private readonly StateReader _state = new(options.State, options.Contract);
    private double[] _values = [];

    /// <summary>The state of a request, valid until the next call.</summary>
    /// <exception cref="DiagnosticException">PO codes: no request; RT204: no state.</exception>
    public ReadOnlySpan<double> State(ReadOnlyMemory<byte> request) =>
        MsgpackNumpy.Decode(request) is WireValue.Map { Entries: var fields }
            ? _state.Read(key => fields.GetValueOrDefault(key))
            : throw ProxyError.Of(ProxyCodes.WrongMessage, "request", "the request is no map");

    /// <summary>Guards the actions of a reply where they lie, and returns the message to send on.</summary>
    /// <param name="reply">In a buffer that may be written to.</param>
    /// <param name="exchange">Of the session.</param>
    /// <param name="latencyMs">Time from the request to the reply.</param>
    /// <param name="report">What was done.</param>
    /// <exception cref="DiagnosticException">PO codes: no reply; RT206, RT207, RT212.</exception>
    public ReadOnlyMemory<byte> Guard(ReadOnlyMemory<byte> reply, GuardedExchange exchange, double latencyMs, out ExchangeReport report)
    {
        WireValue decoded = MsgpackNumpy.Decode(reply);
        NumpyArray actions = (decoded as WireValue.Map)?.Entries.GetValueOrDefault("actions") is WireValue.Array array
            ? array.Value
            : throw ProxyError.Of(ProxyCodes.WrongMessage, "reply", "the reply has no array `actions`", "is this an openpi server?");
        ActionCells cells = ActionCells.Of(actions);
        if (_values.Length < actions.ElementCount)
        {
            _values = new double[actions.ElementCount];
        }

        ActionBlock block = ActionRows.Copy(actions, _values);
        report = exchange.Guard([cells], _values.AsSpan(0, actions.ElementCount), block.Columns, latencyMs);
        return options.Annotates ? MapEntry.Append(reply, decoded, ProxyContext.Annotation(report)) : reply;
    }

    /// <summary>A reply of ours in place of the server's.</summary>
    public static ReadOnlyMemory<byte> Holding(ReadOnlyMemory<double> rows, int width)
    {
        WireBuffer buffer = new();
        NumpyArray actions = NumpyArray.OfDoubles(rows.Span, new NumpyShape(rows.Length / width, width));
        MsgpackNumpy.Encode(new WireValue.Map(new Dictionary<string, WireValue> { ["actions"] = new WireValue.Array(actions) }), buffer);
        return buffer.Written;
    }
}
