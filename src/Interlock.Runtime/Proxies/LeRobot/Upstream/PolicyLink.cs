using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire;
using Interlock.Runtime.Proxies.LeRobot.Grpc;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.LeRobot.Upstream;

/// <summary>
/// The policy server as one client set it up. A server that was started anew has no policy and would answer with nothing for ever: it is told again what to load
/// before anything else reaches it.
/// </summary>
internal sealed class PolicyLink : IDisposable
{
    /// <summary>Longest time for a policy to be loaded; loading takes seconds to minutes.</summary>
    private static readonly TimeSpan LongestSetup = TimeSpan.FromMinutes(10);

    private readonly ProxyContext _context;
    private readonly string _client;
    private readonly GrpcUpstream _upstream;
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private byte[]? _setup;
    private Task? _restoring;
    private bool _hasAnswered;

    public PolicyLink(ProxyContext context, string client, string? authorization)
    {
        (_context, _client) = (context, client);
        _upstream = new GrpcUpstream(context, authorization, () => _setup is null || _restoring is not null);
    }

    /// <summary>Tells the server what to load, and remembers it.</summary>
    public async Task<UpstreamAnswer> SetUpAsync(ReadOnlyMemory<byte> body, CancellationToken end)
    {
        _setup = null;
        byte[] setup = body.ToArray();
        UpstreamAnswer answer = await CallAsync("SendPolicyInstructions", setup, new WireBuffer(), LongestSetup, end);
        _setup = answer.Status == GrpcStatus.Ok ? setup : null;
        return answer;
    }

    /// <summary>Calls a method within the time that the proxy gives it.</summary>
    /// <exception cref="DiagnosticException">RT205, RT208, RT209, RT210, RT213.</exception>
    public async Task<UpstreamAnswer> CallAsync(string method, ReadOnlyMemory<byte> body, WireBuffer room, CancellationToken end)
    {
        UpstreamAnswer answer = await CallAsync(method, body, room, _hasAnswered ? _context.Options.ReplyTimeout : _context.Options.FirstReplyTimeout, end);
        _hasAnswered |= answer.Body.Length > GrpcCall.Empty.Length;
        return answer;
    }

    public void Dispose()
    {
        _end.Cancel();
        _upstream.Dispose();
        _end.Dispose();
    }

    private async Task<UpstreamAnswer> CallAsync(string method, ReadOnlyMemory<byte> body, WireBuffer room, TimeSpan span, CancellationToken end)
    {
        using ReplyLimit limit = new(span, _context.Time, end);
        try
        {
            await WaitAsync(_restoring ?? Task.CompletedTask, limit);
            return await _upstream.CallAsync(method, body, room, limit, end);
        }
        catch (LostConnectionException)
        {
            await WaitAsync(Restoring(), limit);
        }

        try
        {
            return await _upstream.CallAsync(method, body, room, limit, end);
        }
        catch (LostConnectionException failure)
        {
            throw ProxyError.Of(ProxyCodes.Cut, "upstream", failure.Message);
        }
    }

    private static async Task WaitAsync(Task restoring, ReplyLimit limit)
    {
        try
        {
            await restoring.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsOver)
        {
            throw limit.Silent("was started anew and did not load its policy");
        }
    }

    private Task Restoring()
    {
        lock (_gate)
        {
            return _restoring ??= RestoreAsync(_setup!);
        }
    }

    private async Task RestoreAsync(byte[] setup)
    {
        await Task.Yield();
        try
        {
            using ReplyLimit limit = new(LongestSetup, _context.Time, _end.Token);
            await _upstream.CallAsync("Ready", GrpcCall.Empty, new WireBuffer(), limit, _end.Token);
            UpstreamAnswer answer = await _upstream.CallAsync("SendPolicyInstructions", setup, new WireBuffer(), limit, _end.Token);
            Require(answer);
        }
        finally
        {
            lock (_gate)
            {
                _restoring = null;
            }
        }
    }

    private void Require(UpstreamAnswer answer)
    {
        if (answer.Status != GrpcStatus.Ok)
        {
            throw ProxyError.Of(ProxyCodes.Cut, "upstream", $"the policy server was started anew and did not load its policy: {Core.Text.Quoted.Of(answer.Words)}");
        }

        _context.Tell(_client, new Diagnostic(
            ProxyCodes.ToldAgain, DiagnosticSeverity.Warning, "the connection to the policy server was lost; it was told again which policy to load"));
    }
}
