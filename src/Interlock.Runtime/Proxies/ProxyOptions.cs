using System.Net;
using Interlock.Core.Contract;
using Interlock.ExecSpec.Specification;
using Interlock.Guard.Calibration;
using Interlock.Runtime.Live;
using Interlock.Runtime.Proxies.Tls;
using Interlock.Runtime.Session.Gate;

namespace Interlock.Runtime.Proxies;

/// <summary>How a proxy is set up.</summary>
public sealed record ProxyOptions
{
    /// <summary>What is spoken.</summary>
    public required ProxyProtocol Protocol { get; init; }

    /// <summary>Where clients connect; port 0 takes a free one. An address other than loopback needs <see cref="Token"/>.</summary>
    public required IPEndPoint Listen { get; init; }

    /// <summary>The policy server: <c>ws://</c> or <c>wss://</c> for openpi, <c>http://</c> or <c>https://</c> for OpenVLA and LeRobot.</summary>
    public required string Upstream { get; init; }

    /// <summary>What the robot may do.</summary>
    public required SafetyContract Contract { get; init; }

    /// <summary>What the numbers of the policy mean; null when nothing says it. Channels are the contract's, by name.</summary>
    public ExecutableSpec? Spec { get; init; }

    /// <summary>What the numbers of the replies are. <see cref="ReplyNumbers.Normalised"/> needs <see cref="Spec"/>. Default <see cref="ReplyNumbers.Commands"/>.</summary>
    public ReplyNumbers Replies { get; init; }

    /// <summary>What the start gate decided (<see cref="ProxyGate"/>); kept in the recordings. Null when there was none.</summary>
    public GateDecision? Gate { get; init; }

    /// <summary>What was learnt from demonstrations; null for no alarms.</summary>
    public GuardCalibration? Calibration { get; init; }

    /// <summary>What an alarm does. Default <see cref="AlarmAction.Tell"/>.</summary>
    public AlarmAction OnAlarm { get; init; }

    /// <summary>Where the request has the robot's state.</summary>
    public StateMapping State { get; init; } = StateMapping.Automatic;

    /// <summary>Rows of a chunk that the client executes before it asks again, 1 or more; null to infer it from the next state.</summary>
    public int? ExecutedRows { get; init; }

    /// <summary>Judge and record; every reply goes on as it came. Default false.</summary>
    public bool IsShadow { get; init; }

    /// <summary>Tell the client of interventions: an entry <c>interlock</c> in replies that are maps, a header or trailer <c>X-Interlock</c> else. Default false.</summary>
    public bool Annotates { get; init; }

    /// <summary>What a client gets when the server fails. Default <see cref="UpstreamFailure.Error"/>.</summary>
    public UpstreamFailure OnUpstreamFailure { get; init; }

    /// <summary>
    /// What clients must send as <c>Authorization: Api-Key …</c> or <c>Bearer …</c>; it is not sent on. Null lets everyone in and sends their header on.
    /// </summary>
    public string? Token { get; init; }

    /// <summary>What is shown to clients over TLS, which is then the only way in; null for connections in the clear. The caller disposes of it after the proxy.</summary>
    public TlsIdentity? Tls { get; init; }

    /// <summary>Whose certificate a server behind <c>wss://</c> or <c>https://</c> may show; null for the authorities of this machine.</summary>
    public TlsAuthorities? UpstreamAuthorities { get; init; }

    /// <summary>Folder for a flight recording per session; null records nothing.</summary>
    public string? RecordFolder { get; init; }

    /// <summary>Shows every session under <c>/session-N</c>; the caller's to dispose. Null for none.</summary>
    public LiveFeed? Live { get; init; }

    /// <summary>Longest time for connecting to the server, its greeting included. Default 5 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest time from a request to its reply; after it the connection to the server is dropped. Default 10 s.</summary>
    public TimeSpan ReplyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The same until the server has answered once, for servers that compile their model then. Default 120 s.</summary>
    public TimeSpan FirstReplyTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Longest time for a client to send what it began. Default 30 s.</summary>
    public TimeSpan ClientTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest request, bytes. Four 1080p RGB images are 25 MB. Default 64 MiB.</summary>
    public int LongestRequestBytes { get; init; } = 64 << 20;

    /// <summary>Longest reply, bytes. A chunk of 50 × 32 float64 is 13 kB. Default 4 MiB.</summary>
    public int LongestReplyBytes { get; init; } = 4 << 20;

    /// <summary>Most clients at a time; further ones are turned away. Default 256.</summary>
    public int MostClients { get; init; } = 256;

    /// <summary>Told what happens that a person should know; may be called from several threads at once. Null for nobody.</summary>
    public Action<ProxyEvent>? OnEvent { get; init; }
}
