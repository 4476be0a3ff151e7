using System.CommandLine;
using System.Net;
using Interlock.Cli.Inputs;
using Interlock.Core.Contract;
using Interlock.Core.Text;
using Interlock.Runtime.Proxies;

namespace Interlock.Cli.Verbs.Proxy;

/// <summary>The words of <c>proxy</c>.</summary>
internal sealed class ProxyWords
{
    private const double LongestTimeoutS = 3600;

    private readonly Option<string> _protocol = new("--protocol") { Required = true, Description = "openpi (websocket, msgpack), openvla (POST /act, OpenVLA and OFT) or lerobot (gRPC, asynchronous inference)" };
    private readonly Option<string> _listen = new("--listen") { Required = true, HelpName = "address:port", Description = "Where the robot's script connects; other than loopback needs --token-file" };
    private readonly Option<string> _upstream = new("--upstream") { Required = true, HelpName = "url", Description = "The policy server: ws:// or wss://host:port/ for openpi, http:// or https://host:port/act for openvla, http:// or https://host:port for lerobot" };
    private readonly Option<string> _contract = new("--contract") { Required = true, HelpName = "file", Description = "What the robot may do (*.contract.yaml), in the channels and units of the commands" };
    private readonly MeaningWords _meaning = new();
    private readonly Option<string> _state = new("--state")
    {
        DefaultValueFactory = _ => "auto",
        Description = "Where requests have the robot's state: auto, none, a preset (libero, droid, aloha, openvla-oft, openvla-oft-aloha), or keys with commas",
    };

    private readonly Option<string?> _stateChannels = new("--state-channels") { HelpName = "places", Description = "Which numbers of the state are the contract's channels, for instance 0,1,2,3,4,5,7" };
    private readonly Option<int?> _executed = new("--executed-rows") { HelpName = "rows", Description = "Actions of a chunk that the script executes before it asks again; default: told from the next state" };
    private readonly Option<bool> _shadow = new("--shadow") { Description = "Judge and record, change nothing" };
    private readonly Option<bool> _annotate = new("--annotate") { Description = "Tell the client: an entry `interlock` in openpi replies, a header X-Interlock for openvla, a trailer x-interlock for lerobot" };
    private readonly Option<string?> _record = new("--record") { HelpName = "folder", Description = "A flight recording for every session" };
    private readonly Option<string> _onFailure = new("--on-upstream-failure") { DefaultValueFactory = _ => "error", Description = "What the client gets when the server fails: error (the protocol's own) or hold (an action that comes to rest)" };
    private readonly Option<double> _timeout = new("--timeout-s") { DefaultValueFactory = _ => 10, Description = "Longest time for a reply; the first one of a server has twelve times as long" };
    private readonly Option<string?> _token = new("--token-file") { HelpName = "file", Description = "Clients must send what is in it, as `Authorization: Api-Key …` or `Bearer …`" };

    private readonly ProxyTlsWords _tls = new();

    public void AddTo(Command command)
    {
        Option[] options = [_protocol, _listen, _upstream, _contract, _state, _stateChannels, _executed, _shadow, _annotate, _record, _onFailure, _timeout, _token];
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }

        _meaning.AddTo(command);
        _tls.AddTo(command);
        _protocol.Validators.Add(result => Require<ProxyProtocol>(result.GetValueOrDefault<string>(), result.AddError));
        _onFailure.Validators.Add(result => Require<UpstreamFailure>(result.GetValueOrDefault<string>(), result.AddError));
        _listen.Validators.Add(result =>
        {
            if (!IPEndPoint.TryParse(result.GetValueOrDefault<string>(), out IPEndPoint? endpoint) || !result.GetValueOrDefault<string>().Contains(':'))
            {
                result.AddError("--listen takes an address and a port, for instance 127.0.0.1:8000.");
            }
        });
        _timeout.Validators.Add(result =>
        {
            if (!(result.GetValueOrDefault<double>() is > 0 and <= LongestTimeoutS))
            {
                result.AddError($"--timeout-s takes seconds above 0, at most {LongestTimeoutS}.");
            }
        });
        _executed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
            {
                result.AddError("--executed-rows takes 1 or more.");
            }
        });
    }

    public ProxyOptions Options(VerbHost host, ParseResult parsed)
    {
        string contractPath = parsed.GetRequiredValue(_contract);
        SafetyContract contract = ContractInput.Load(host, contractPath);
        TimeSpan timeout = TimeSpan.FromSeconds(parsed.GetValue(_timeout));
        ProxyOptions options = new()
        {
            Protocol = EnumWord.Find<ProxyProtocol>(parsed.GetRequiredValue(_protocol))!.Value,
            Listen = IPEndPoint.Parse(parsed.GetRequiredValue(_listen)),
            Upstream = parsed.GetRequiredValue(_upstream),
            Contract = contract,
            Calibration = GuardInput.Calibration(contract, contractPath, calibration: null),
            State = StateMapping.Parse(parsed.GetRequiredValue(_state), parsed.GetValue(_stateChannels)),
            ExecutedRows = parsed.GetValue(_executed),
            IsShadow = parsed.GetValue(_shadow),
            Annotates = parsed.GetValue(_annotate),
            RecordFolder = parsed.GetValue(_record),
            OnUpstreamFailure = EnumWord.Find<UpstreamFailure>(parsed.GetRequiredValue(_onFailure))!.Value,
            ReplyTimeout = timeout,
            FirstReplyTimeout = 12 * timeout,
            Tls = _tls.Identity(host, parsed),
            UpstreamAuthorities = _tls.Authorities(parsed),
            Token = TokenOf(parsed.GetValue(_token)),
        };
        return _meaning.Apply(parsed, options, host.Clock.GetUtcNow());
    }

    public static string? TokenOf(string? path)
    {
        string? token = path is null ? null : File.ReadAllText(path).Trim();
        return token is "" ? throw new IOException($"The token file '{path}' is empty.") : token;
    }

    public static void Require<T>(string? word, Action<string> refuse)
        where T : struct, Enum
    {
        if (EnumWord.Find<T>(word ?? "") is null)
        {
            refuse($"`{word}` is none of {string.Join(", ", EnumWord.All<T>())}.");
        }
    }
}
