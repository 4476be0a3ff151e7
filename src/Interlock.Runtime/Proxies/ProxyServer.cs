using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Interlock.Core.Contract.Rules;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Live;
using Interlock.Runtime.Proxies.Serving;
using Interlock.Runtime.Proxies.Tls;

namespace Interlock.Runtime.Proxies;

/// <summary>
/// Stands between clients and a policy server, speaks the same protocol on both sides, and lets no action through that the contract does not allow. A software
/// guard on the wire: it sees what the protocol shows, and does not replace the robot's own rated stop functions.
/// </summary>
public sealed class ProxyServer : IDisposable, ILiveProxy
{
    private const int Backlog = 128;

    private readonly ProxyContext _context;
    private readonly IConnectionServer _protocol;
    private readonly SslServerAuthenticationOptions? _tls;
    private readonly Socket _listener;

    /// <summary>Checks the options and listens; nobody is served before <see cref="RunAsync"/>.</summary>
    /// <param name="options">How.</param>
    /// <param name="time">Measures every time-out.</param>
    /// <exception cref="DiagnosticException">RT200, RT201, RT215: it cannot be; CT codes: the contract contradicts itself.</exception>
    public ProxyServer(ProxyOptions options, TimeProvider time)
    {
        OptionRules.Check(options);
        DiagnosticCollector findings = new();
        ContractRules.Check(options.Contract, findings);
        findings.ThrowIfErrors();
        _context = new ProxyContext(options, time);
        _protocol = Protocols.For(_context);
        _tls = options.Tls is { } identity ? TlsServerSide.Options(identity, options.Protocol == ProxyProtocol.Lerobot ? SslApplicationProtocol.Http2 : null) : null;
        _listener = new Socket(options.Listen.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        Listen(options.Listen);
        if (options.Live is { } feed)
        {
            feed.Proxy = this;
        }
    }

    /// <summary>Where clients connect.</summary>
    public IPEndPoint Endpoint => (IPEndPoint)_listener.LocalEndPoint!;

    /// <summary>What was done so far; from any thread.</summary>
    public ProxyCounts Counts => _context.Tally.Snapshot;

    /// <summary>Where it stands, for who looks on; from any thread.</summary>
    public LiveProxyStatus Status()
    {
        ProxyOptions options = _context.Options;
        return new LiveProxyStatus(
            options.Protocol, options.Contract.Name, options.IsShadow, options.OnUpstreamFailure, options.Gate?.Level, Counts, _context.Sessions.Newest());
    }

    /// <summary>What telemetry reads.</summary>
    internal ProxyTally Tally => _context.Tally;

    /// <summary>Names of the contract's channels.</summary>
    internal IReadOnlyList<string> Channels => [.. _context.Options.Contract.Channels.Select(channel => channel.Name)];

    /// <summary>Serves clients until it is cancelled, which closes every connection.</summary>
    /// <exception cref="SocketException">The port was taken away.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        HashSet<Task> open = [];
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptAsync(cancellation);
                open.RemoveWhere(task => task.IsCompleted);
                int others = open.Count;

                // A thread of its own waits in the kernel for its client and its server.
                open.Add(Task.Factory.StartNew(() => Serve(socket, others, cancellation), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
            }
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        await Task.WhenAll(open);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_context.Options.Live is { } feed && feed.Proxy == this)
        {
            feed.Proxy = null;
        }

        _listener.Dispose();
        _protocol.Dispose();
    }

    private void Listen(IPEndPoint endpoint)
    {
        try
        {
            _listener.Bind(endpoint);
            _listener.Listen(Backlog);
        }
        catch (SocketException failure)
        {
            Dispose();
            throw ProxyError.Of(ProxyCodes.PortTaken, "listen", $"cannot listen on {endpoint}: {failure.Message}", "is a proxy or a policy server there already? the server moves to another port, the proxy takes its place");
        }
    }

    // A session ends by itself; nothing that happens in it may end the others.
    private void Serve(Socket socket, int others, CancellationToken end)
    {
        long number = _context.Tally.Came();
        string client = $"#{number}";
        try
        {
            client = $"{socket.RemoteEndPoint}{client}";
            if (others >= _context.Options.MostClients)
            {
                _context.Tell(client, new Diagnostic(ProxyCodes.TooMany, DiagnosticSeverity.Warning, $"turned away: {others} clients are connected already"));
                return;
            }

            _protocol.Serve(socket, client, _tls, end);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The client has gone, or the proxy ends.
        }
        catch (DiagnosticException failure)
        {
            _context.Tell(client, failure.Diagnostics[0]);
        }
        finally
        {
            socket.Dispose();
            _context.Tally.Went();
        }
    }
}
