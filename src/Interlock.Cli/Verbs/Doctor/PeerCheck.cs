using System.Net.Sockets;

namespace Interlock.Cli.Verbs.Doctor;

/// <summary>Whether policy servers can be reached. All are tried at once; a connection is closed again before anything is said.</summary>
internal static class PeerCheck
{
    private const string Name = "peer";

    /// <summary>A server on the robot's own network answers within milliseconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<MachineFinding> Run(IReadOnlyList<string> peers, TimeProvider clock, CancellationToken cancellation)
    {
        Task<MachineFinding>[] attempts = [.. peers.Select(peer => TryAsync(peer, clock, cancellation))];
        return Task.WhenAll(attempts).GetAwaiter().GetResult();
    }

    private static Task<MachineFinding> TryAsync(string text, TimeProvider clock, CancellationToken cancellation) =>
        PeerAddress.Parse(text) is { } peer
            ? ConnectAsync(peer, clock, cancellation)
            : Task.FromResult(Unreachable(text, "is no address", "write scheme, host and port, for instance ws://10.0.0.5:8000, http://10.0.0.5:8000/act or grpc://10.0.0.5:8080"));

    private static async Task<MachineFinding> ConnectAsync(PeerAddress peer, TimeProvider clock, CancellationToken cancellation)
    {
        long started = clock.GetTimestamp();
        using CancellationTokenSource patience = new(Patience, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using TcpClient client = new();
            await client.ConnectAsync(peer.Host, peer.Port, either.Token).ConfigureAwait(false);
            return new MachineFinding(Name, MachineStatus.Ok, $"{peer.Text} accepts connections, after {clock.GetElapsedTime(started).TotalMilliseconds:F1} ms");
        }
        catch (SocketException exception)
        {
            (string what, string fix) = Explain(exception.SocketErrorCode, peer);
            return Unreachable(peer.Text, what, fix);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Unreachable(
                peer.Text,
                $"did not answer within {Patience.TotalSeconds:G} s",
                $"look for a firewall between here and {peer.Endpoint}, and check that the machine is on");
        }
    }

    private static (string What, string Fix) Explain(SocketError error, PeerAddress peer) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain =>
            ($"has no known host '{peer.Host}'", "check the spelling, or give the IP address"),
        SocketError.ConnectionRefused =>
            ($"refuses connections at port {peer.Port}", $"start the policy server on {peer.Host}, let it listen on 0.0.0.0, and check the port"),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable =>
            ("is on a network that this machine has no way to", $"check cable, address and route to {peer.Host}"),
        SocketError.TimedOut => ("did not answer", $"look for a firewall between here and {peer.Endpoint}"),
        _ => ($"cannot be reached ({error})", $"try the same from another machine of the network: {peer.Endpoint}"),
    };

    private static MachineFinding Unreachable(string peer, string what, string fix) => new(Name, MachineStatus.Unreachable, $"{peer} {what}", fix);
}
