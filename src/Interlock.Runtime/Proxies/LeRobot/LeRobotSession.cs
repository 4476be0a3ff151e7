using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Lerobot;
using Interlock.Policies.Wire.Protobuf;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Proxies.LeRobot.Actions;
using Interlock.Runtime.Proxies.LeRobot.Grpc;
using Interlock.Runtime.Proxies.LeRobot.Upstream;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.LeRobot;

/// <summary>
/// One client's connection. Nothing goes on to either side before all of it was understood: what would be code to the peer's unpickler never arrives there.
/// Source of the protocol: LeRobot 0.6.0, async_inference and transport/services.proto.
/// </summary>
internal sealed class LeRobotSession : IDisposable
{
    private readonly ProxyContext _context;
    private readonly UpstreamClaim _claim;
    private readonly RobotSession _robot;
    private readonly PolicyLink _link;
    private readonly SemaphoreSlim _telling = new(1);
    private readonly SemaphoreSlim _asking = new(1);
    private readonly TransferAssembler _assembler;
    private WireBuffer _request = new();
    private WireBuffer _reply = new();
    private bool _isReady;

    public LeRobotSession(ProxyContext context, UpstreamClaim claim, string client, string? authorization)
    {
        (_context, _claim, Client) = (context, claim, client);
        _robot = new RobotSession(context, client);
        _link = new PolicyLink(context, client, authorization);
        _assembler = new TransferAssembler(context.Options.LongestRequestBytes);
    }

    public string Client { get; }

    /// <summary>Answers one call.</summary>
    public async Task AnswerAsync(GrpcCall call, string method, CancellationToken end)
    {
        _claim.Take(this);
        switch (method)
        {
            case "Ready":
                await OneAtATimeAsync(_telling, () => ReadyAsync(call, end), end);
                break;
            case "SendPolicyInstructions":
                await OneAtATimeAsync(_telling, () => SetUpAsync(call, end), end);
                break;
            case "SendObservations":
                await OneAtATimeAsync(_telling, () => ObserveAsync(call, end), end);
                break;
            case "GetActions":
                await OneAtATimeAsync(_asking, () => ActAsync(call, end), end);
                break;
            default:
                throw ProxyError.Of(ProxyCodes.NotHttp, "request", $"there is no method {Core.Text.Quoted.Of(method)}");
        }
    }

    public void Dispose()
    {
        _claim.Release(this);
        _link.Dispose();
        _robot.Dispose();
        _telling.Dispose();
        _asking.Dispose();
    }

    private static async Task OneAtATimeAsync(SemaphoreSlim turn, Func<Task> step, CancellationToken end)
    {
        await turn.WaitAsync(end);
        try
        {
            await step();
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task ReadyAsync(GrpcCall call, CancellationToken end)
    {
        TransportMessage.ReadEmpty(GrpcMessages.Only(await ReadAsync(call, _request, end), "request"));
        _robot.Restart();
        _isReady = true;
        await PassAsync(call, () => _link.CallAsync("Ready", GrpcCall.Empty, new WireBuffer(), end));
    }

    private async Task SetUpAsync(GrpcCall call, CancellationToken end)
    {
        ReadOnlyMemory<byte> body = await ReadAsync(call, _request, end);
        LerobotPayload.ReadPolicySetup(TransportMessage.ReadData(GrpcMessages.Only(body, "request")));
        await PassAsync(call, async () =>
        {
            await EnsureReadyAsync(end);
            return await _link.SetUpAsync(body, end);
        });
    }

    private async Task ObserveAsync(GrpcCall call, CancellationToken end)
    {
        ReadOnlyMemory<byte> body = await ReadAsync(call, _request, end);
        _robot.Observe(GrpcMessages.Payload(body, _assembler));
        await PassAsync(call, async () =>
        {
            await EnsureReadyAsync(end);
            return await _link.CallAsync("SendObservations", body, new WireBuffer(), end);
        });
    }

    private async Task ActAsync(GrpcCall call, CancellationToken end)
    {
        TransportMessage.ReadEmpty(GrpcMessages.Only(await ReadAsync(call, new WireBuffer(), end), "request"));
        bool isOwed = _robot.IsOwedAnswer;
        try
        {
            await EnsureReadyAsync(end);
            UpstreamAnswer answer = await _link.CallAsync("GetActions", GrpcCall.Empty, _reply, end);
            if (answer.Status != GrpcStatus.Ok && _context.Options.OnUpstreamFailure == UpstreamFailure.Error)
            {
                Failed(call, answer);
                return;
            }

            await ReplyAsync(call, answer, isOwed);
        }
        catch (DiagnosticException failure)
        {
            _reply = new WireBuffer();
            await StandInAsync(call, failure);
        }

        _robot.Flush();
    }

    private async Task ReplyAsync(GrpcCall call, UpstreamAnswer answer, bool isOwed)
    {
        Require(answer.Status == GrpcStatus.Ok, $"the policy server failed: {Core.Text.Quoted.Of(answer.Words)}");
        ReadOnlyMemory<byte> payload = TransportMessage.ReadData(GrpcMessages.Only(answer.Body, "reply"));
        Require(!payload.IsEmpty || !isOwed || _context.Options.OnUpstreamFailure == UpstreamFailure.Error, "the policy server has no answer to an observation that needs one");
        ExchangeReport? report = payload.IsEmpty ? null : _robot.Guard(payload);
        if (report is null)
        {
            await call.ReplyAsync(GrpcCall.Empty, null);
            return;
        }

        _context.Tally.Answered(report.Rows, report.Changed);
        await call.ReplyAsync(answer.Body, _context.Options.Annotates ? Annotation(report) : null);
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw ProxyError.Of(ProxyCodes.WrongMessage, "upstream", message);
        }
    }

    private async Task StandInAsync(GrpcCall call, DiagnosticException failure)
    {
        _context.Tally.UpstreamFailed();
        _context.Tell(Client, failure.Diagnostics[0]);
        if (_context.Options.OnUpstreamFailure == UpstreamFailure.Error)
        {
            call.Fail(GrpcStatus.OfUpstream(failure), ProxyError.Line(failure));
            return;
        }

        await call.ReplyAsync(_robot.Holding() is { } rows ? GrpcMessages.Actions(rows.Span) : GrpcCall.Empty, null);
    }

    // The client learns how it went; nothing else that the server says matters to it.
    private async Task PassAsync(GrpcCall call, Func<Task<UpstreamAnswer>> ask)
    {
        try
        {
            UpstreamAnswer answer = await ask();
            if (answer.Status != GrpcStatus.Ok)
            {
                Failed(call, answer);
                return;
            }

            await call.ReplyAsync(GrpcCall.Empty, null);
        }
        catch (DiagnosticException failure)
        {
            // The transport may still read from it.
            _request = new WireBuffer();
            _context.Tally.UpstreamFailed();
            _context.Tell(Client, failure.Diagnostics[0]);
            call.Fail(GrpcStatus.OfUpstream(failure), ProxyError.Line(failure));
        }
    }

    private void Failed(GrpcCall call, UpstreamAnswer answer)
    {
        _context.Tally.UpstreamFailed();
        call.Fail(answer.Status, answer.Words);
    }

    // What the server still has of another client is forgotten before this one's first words.
    private async Task EnsureReadyAsync(CancellationToken end)
    {
        if (!_isReady)
        {
            await _link.CallAsync("Ready", GrpcCall.Empty, new WireBuffer(), end);
            _isReady = true;
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadAsync(GrpcCall call, WireBuffer room, CancellationToken end)
    {
        using TimeLimit limit = new(_context.Options.ClientTimeout, _context.Time, end);
        try
        {
            return await call.ReadAsync(room, _context.Options.LongestRequestBytes, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsOver)
        {
            throw ProxyError.Of(ProxyCodes.Cut, "client", "a request did not come to its end in time");
        }
    }

    private static string Annotation(ExchangeReport report) =>
        $"rows={report.Rows}; passed={report.Passed}; clipped={report.Clipped}; held={report.Held}; stopped={report.Stopped}; "
        + $"shadow={(report.IsShadow ? 1 : 0)}; codes={string.Join(',', report.Codes)}";
}
