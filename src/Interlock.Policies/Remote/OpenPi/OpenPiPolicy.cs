using Interlock.Policies.Remote.Mapping;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Msgpack;

namespace Interlock.Policies.Remote.OpenPi;

/// <summary>
/// Asks an openpi server. Requests carry no number, so a connection on which a reply was waited for in vain is dropped, and a frame that nobody asked for
/// ends it too. Source: openpi, packages/openpi-client, websocket_client_policy.py.
/// </summary>
public sealed class OpenPiPolicy : RemotePolicy
{
    private readonly OpenPiOptions _options;
    private readonly TimeProvider _time;
    private readonly ObservationWriter _writer;
    private readonly WireBuffer _request = new();
    private OpenPiConnection? _connection;

    /// <summary>Creates a client; nothing is connected yet.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="time">Measures every time-out and delay.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO124: not an address.</exception>
    public OpenPiPolicy(OpenPiOptions options, TimeProvider time)
        : base("openpi", options, time, "ws", "wss")
    {
        (_options, _time) = (options, time);
        _writer = new ObservationWriter(options.Observation, options.ActionDimension);
    }

    /// <summary>What the server said of itself when it was connected to; null before.</summary>
    public WireValue.Map? Metadata { get; private set; }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _connection?.Dispose();
        base.Dispose(disposing);
    }

    private protected override bool IsConnected() => _connection is { HasEnded: false };

    private protected override async Task OpenAsync(CancellationToken cancellation)
    {
        OpenPiConnection connection = new(_options);
        _connection = connection;
        using Deadline deadline = new(_options.ConnectTimeout, _time, cancellation);
        Metadata = await deadline.GuardAsync(connection.OpenAsync(Address, deadline.Token), _options.Address, "connect", "not connected and greeted");
    }

    private protected override async Task<RemoteAnswer> ExchangeAsync(PolicyRequest request, Deadline deadline)
    {
        OpenPiConnection connection = _connection!;
        if (connection.HasUnasked)
        {
            Count(counts => counts with { StaleRows = counts.StaleRows + 1 });
            throw RemoteError.Of(RemoteCodes.Unasked, _options.Address, "frame", "a frame arrived that nobody asked for; no reply after it can be trusted");
        }

        _request.Clear();
        MsgpackNumpy.Encode(new WireValue.Map(_writer.Write(request)), _request);
        ReadOnlyMemory<byte> reply = await connection.AskAsync(_request.Written, deadline.Token);
        RemoteAnswer answer = new(OpenPiActions.Read(reply, Values), OpenPiTiming.InferenceMs(reply));
        connection.ListenOn();
        return answer;
    }

    private protected override void Drop()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
