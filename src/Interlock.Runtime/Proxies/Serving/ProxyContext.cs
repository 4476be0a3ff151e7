using System.Collections.Concurrent;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Guard.Alarms;
using Interlock.Policies.Wire;
using Interlock.Runtime.Proxies.Connections;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Proxies.Http;
using Interlock.Runtime.Proxies.Journal;

namespace Interlock.Runtime.Proxies.Serving;

/// <summary>What every connection of a proxy shares.</summary>
internal sealed class ProxyContext(ProxyOptions options, TimeProvider time)
{
    private readonly RecordingFolder _recordings = new(options, time);
    private readonly ConcurrentDictionary<string, string> _stopped = new(StringComparer.Ordinal);
    private long _sessions;

    public ProxyOptions Options => options;

    public TimeProvider Time => time;

    public ProxyTally Tally { get; } = new(options.Contract.Channels.Count);

    public OpenSessions Sessions { get; } = new();

    public Dialer Upstream { get; } = new(options, time);

    public AccessToken Token { get; } = new(options.Token);

    /// <summary>A new session's guard.</summary>
    public GuardedExchange NewExchange(string client)
    {
        long number = System.Threading.Interlocked.Increment(ref _sessions);
        GuardedExchange exchange = new(options.Contract, options, _recordings.Begin(client, number)) { Tally = Tally, Ended = () => Sessions.Went(number) };
        Sessions.Came(number, client, exchange);
        if (_stopped.ContainsKey(PeerOf(client)))
        {
            exchange.Stop();
        }

        return exchange;
    }

    public void Tell(string client, Diagnostic finding) => options.OnEvent?.Invoke(new ProxyEvent(
        client, finding.Code, finding.Severity, finding.Hint is null ? finding.Message : $"{finding.Message} ({finding.Hint})"));

    /// <summary>Tells of a reply's interventions and of a stop.</summary>
    public void Tell(string client, ExchangeReport report, string? latch)
    {
        if (latch is not null)
        {
            // A stop outlives the connection: whoever connects anew from there is stopped as well.
            _stopped.TryAdd(PeerOf(client), latch);
        }

        foreach (AlarmInfo alarm in report.Alarms)
        {
            Tell(client, new Diagnostic(
                alarm.Code, DiagnosticSeverity.Warning, $"alarm {alarm.Name} ({alarm.Claim}){(report.IsHeldByAlarm ? $"; {ProxyCodes.AlarmReaction}: this reply was not used" : "")}"));
        }

        if (report.Changed > 0)
        {
            string what = report.IsShadow ? "would have changed" : "changed";
            Tell(client, new Diagnostic(
                latch is null ? report.Codes.Count > 0 ? report.Codes[0] : ProxyCodes.Latched : ProxyCodes.Latched,
                DiagnosticSeverity.Warning,
                $"{what} {report.Changed} of {report.Rows} rows: {string.Join(", ", report.Codes)}{(latch is null ? "" : $"; stopped by {latch} until the proxy is started anew")}"));
        }
    }

    // The address without the port, which is another one with every connection.
    private static string PeerOf(string client) => client.LastIndexOf(':') is var end && end > 0 ? client[..end] : client;

    /// <summary>What a client may read about the proxy, under the key <c>interlock</c>.</summary>
    public WireValue.Map Description => new(new OrderedDictionary<string, WireValue>
    {
        ["proxy"] = new WireValue.Text(EnumWord.Of(options.Protocol)),
        ["contract"] = new WireValue.Text(options.Contract.Name),
        ["mode"] = new WireValue.Text(options.IsShadow ? "shadow" : EnumWord.Of(options.Contract.Mode)),
        ["replies"] = new WireValue.Text(EnumWord.Of(options.Replies)),
        ["annotates"] = options.Annotates ? WireValue.True : WireValue.False,
    });

    /// <summary>What a client may read about the actions of a reply.</summary>
    public static WireValue.Map Annotation(ExchangeReport report) => new(new OrderedDictionary<string, WireValue>
    {
        ["rows"] = new WireValue.Integer(report.Rows),
        ["passed"] = new WireValue.Integer(report.Passed),
        ["clipped"] = new WireValue.Integer(report.Clipped),
        ["held"] = new WireValue.Integer(report.Held),
        ["stopped"] = new WireValue.Integer(report.Stopped),
        ["shadow"] = report.IsShadow ? WireValue.True : WireValue.False,
        ["codes"] = new WireValue.List([.. report.Codes.Select(code => new WireValue.Text(code))]),
        ["alarms"] = new WireValue.List([.. report.Alarms.Select(alarm => new WireValue.Text(alarm.Name))]),
    });
}
