using System.Net;
using System.Net.Http.Headers;
using Interlock.Policies.Remote.Http;
using Interlock.Policies.Remote.Mapping;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.JsonNumpy;

namespace Interlock.Policies.Remote.OpenVla;

/// <summary>Asks an OpenVLA server (one action per reply) or an OpenVLA-OFT server (a chunk). Source: openvla, vla-scripts/deploy.py.</summary>
public sealed class OpenVlaPolicy : RemotePolicy
{
    private readonly OpenVlaOptions _options;
    private readonly TimeProvider _time;
    private readonly ObservationWriter _writer;
    private RemoteHttp? _http;

    /// <summary>Creates a client; nothing is connected yet.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="time">Measures every time-out and delay.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO124: not an address.</exception>
    public OpenVlaPolicy(OpenVlaOptions options, TimeProvider time)
        : base("openvla", options, time, "http", "https")
    {
        (_options, _time) = (options, time);
        _writer = new ObservationWriter(options.Observation, options.ActionDimension);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _http?.Dispose();
        base.Dispose(disposing);
    }

    private protected override bool IsConnected() => _http is not null;

    // The server has nothing that could be asked before the first request: that its port is open is all that can be known.
    private protected override async Task OpenAsync(CancellationToken cancellation)
    {
        using Deadline deadline = new(_options.ConnectTimeout, _time, cancellation);
        await deadline.GuardAsync(RemoteHttp.ProbeAsync(Address, _options.Address, deadline.Token), _options.Address, "connect", "not connected");
        _http = new RemoteHttp(_options.Address);
    }

    private protected override async Task<RemoteAnswer> ExchangeAsync(PolicyRequest request, Deadline deadline)
    {
        using HttpRequestMessage message = new(HttpMethod.Post, Address) { Content = Body(request) };
        RemoteHttp http = _http!;
        using HttpResponseMessage response = await http.SendAsync(message, deadline.Token);
        ReadOnlyMemory<byte> body = await http.ReadAsync(response, _options.LongestReplyBytes, deadline.Token);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw RemoteError.Of(
                RemoteCodes.HttpStatus, _options.Address, "reply", $"the server replied with HTTP {(int)response.StatusCode}", "is the path /act, and this an OpenVLA server?");
        }

        return new RemoteAnswer(ActionRows.Copy(ActReply.Decode(body.Span), Values));
    }

    private protected override void Drop()
    {
        _http?.Dispose();
        _http = null;
    }

    private ByteArrayContent Body(PolicyRequest request)
    {
        OrderedDictionary<string, WireValue> fields = _writer.Write(request);
        if (_options.UnnormKey is { } key)
        {
            fields.Add("unnorm_key", new WireValue.Text(key));
        }

        ByteArrayContent content = new(ActBody.Of(new WireValue.Map(fields), _options.IsDoubleEncoded));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
