using System.Net;
using System.Net.Sockets;
using System.Text;
using Interlock.Policies.Remote.OpenPi;
using Interlock.Policies.Remote.OpenVla;
using Interlock.Policies.Tests.Remote;
using Interlock.Policies.Tests.Remote.StandIns;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Tls;

namespace Interlock.Runtime.Tests.Proxies.Tls;

/// <summary>One proxy listens on TLS; another one before it takes it for its policy server.</summary>
public sealed class TlsProxyTests : IDisposable
{
    private readonly TestCertificates _files = new();
    private readonly TlsIdentity _identity;
    private readonly TlsAuthorities _authorities;

    public TlsProxyTests()
    {
        _files.Issue("good");
        _identity = TlsIdentity.Load(_files.PathOf("good.pem"), _files.PathOf("good.key"), null, TimeProvider.System);
        _authorities = TlsAuthorities.Load(_files.AuthorityPath);
    }

    public void Dispose()
    {
        _identity.Dispose();
        _authorities.Dispose();
        _files.Dispose();
    }

    [NodeTheory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task Openpi_goes_over_tls_on_both_sides_with_an_authority_of_ones_own(string host)
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs");
        using ProxyRig inner = Inner(server.Port, ProxyProtocol.Openpi);
        using ProxyRig outer = new(0, ProxyProtocol.Openpi, options => options with { Upstream = $"wss://{host}:{inner.Port}/", UpstreamAuthorities = _authorities });
        using OpenPiPolicy direct = ProxyRig.OpenPi(server.Port);
        using OpenPiPolicy proxied = ProxyRig.OpenPi(outer.Port);
        Assert.Equal(await ProxyRig.DriveAsync(direct), await ProxyRig.DriveAsync(proxied));
        Assert.Equal((3, 0), (inner.Counts.Requests, inner.Counts.ChangedRows));
    }

    [NodeFact]
    public async Task Act_goes_over_tls_on_both_sides_with_an_authority_of_ones_own()
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs");
        using ProxyRig inner = Inner(server.Port, ProxyProtocol.Openvla);
        using ProxyRig outer = new(0, ProxyProtocol.Openvla, options => options with { Upstream = $"https://127.0.0.1:{inner.Port}/act", UpstreamAuthorities = _authorities });
        using OpenVlaPolicy direct = ProxyRig.OpenVla(server.Port);
        using OpenVlaPolicy proxied = ProxyRig.OpenVla(outer.Port);
        Assert.Equal(await ProxyRig.DriveAsync(direct), await ProxyRig.DriveAsync(proxied));
        Assert.Equal((1, 3), (inner.Counts.Clients, inner.Counts.Requests));
    }

    [NodeFact]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_no_request()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs");
        using ProxyRig inner = Inner(server.Port, ProxyProtocol.Openpi);
        using ProxyRig outer = new(0, ProxyProtocol.Openpi, options => options with { Upstream = $"wss://127.0.0.1:{inner.Port}/" });
        using OpenPiPolicy proxied = ProxyRig.OpenPi(outer.Port);
        await Asking.RefusedAsync(proxied.ConnectAsync(CancellationToken.None).AsTask());
        Assert.Contains(outer.Events, happened => happened.Code == "RT239");
        Assert.Equal(0, inner.Counts.Requests);
    }

    [NodeFact]
    public async Task Who_speaks_in_the_clear_is_turned_away_and_the_others_go_on()
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs");
        using ProxyRig inner = Inner(server.Port, ProxyProtocol.Openvla);
        using TcpClient clear = new();
        await clear.ConnectAsync(IPAddress.Loopback, inner.Port);
        await clear.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"));
        byte[] room = new byte[256];
        int read = await clear.GetStream().ReadAsync(room);
        Assert.DoesNotContain("HTTP", Encoding.Latin1.GetString(room, 0, read), StringComparison.Ordinal);
        using ProxyRig outer = new(0, ProxyProtocol.Openvla, options => options with { Upstream = $"https://127.0.0.1:{inner.Port}/act", UpstreamAuthorities = _authorities });
        using OpenVlaPolicy proxied = ProxyRig.OpenVla(outer.Port);
        Asking.AssertArmMoves(await Asking.AskAsync(proxied));
        Assert.Contains(inner.Events, happened => happened.Code == "RT238");
    }

    private ProxyRig Inner(int port, ProxyProtocol protocol) => new(port, protocol, options => options with { Tls = _identity });
}
