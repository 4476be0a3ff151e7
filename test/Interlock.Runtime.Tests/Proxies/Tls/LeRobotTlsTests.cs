using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Interlock.Runtime.Proxies.Tls;
using Interlock.Runtime.Tests.Proxies.LeRobot;

namespace Interlock.Runtime.Tests.Proxies.Tls;

public sealed class LeRobotTlsTests : IDisposable
{
    private readonly TestCertificates _files = new();
    private readonly TlsIdentity _identity;
    private readonly TlsAuthorities _authorities;

    public LeRobotTlsTests()
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

    [Fact]
    public async Task Calls_over_tls_are_guarded_like_those_in_the_clear()
    {
        using LeRobotRig rig = new(options => options with { Tls = _identity });
        using GrpcTestClient client = new(rig.Port, trust: _authorities.Policy);
        byte[] observation = LeRobotRig.Observation(0, imageBytes: 1 << 20);
        byte[] got = (await rig.AskAsync(client, observation, LeRobotRig.Chunk(0, 0.05f, 0.9f))).Payload;
        Assert.Equal(0.15f, EmbeddedChunk.Row(got, 1, 2, 2)[0], 1e-6);
        Assert.Equal(GrpcTestClient.Pieces(observation), rig.Server.Heard.Single(call => call.Method == "SendObservations").Body);
    }

    [Fact]
    public async Task A_server_behind_tls_is_reached_when_its_authority_is_named()
    {
        using LeRobotRig inner = new(options => options with { Tls = _identity });
        using LeRobotRig outer = new(options => options with { Upstream = $"https://localhost:{inner.Port}", UpstreamAuthorities = _authorities });
        using GrpcTestClient client = outer.Client();
        byte[] chunk = LeRobotRig.Chunk(0, 0.05f, 0.1f);
        Assert.Equal(chunk, (await inner.AskAsync(client, LeRobotRig.Observation(0), chunk)).Payload);
        Assert.Equal((1, 1), (inner.Counts.Requests, outer.Counts.Requests));
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_no_call()
    {
        using LeRobotRig inner = new(options => options with { Tls = _identity });
        using LeRobotRig outer = new(options => options with { Upstream = $"https://localhost:{inner.Port}" });
        using GrpcTestClient client = outer.Client();
        GrpcTestReply refused = await client.ReadyAsync();
        Assert.Equal(14, refused.Status);
        Assert.Contains("RT239", refused.Words, StringComparison.Ordinal);
        Assert.Empty(inner.Server.Heard);
    }

    [Fact]
    public async Task A_server_that_speaks_in_the_clear_is_no_server_behind_https()
    {
        using LeRobotRig inner = new();
        using LeRobotRig outer = new(options => options with { Upstream = $"https://localhost:{inner.Port}", UpstreamAuthorities = _authorities });
        using GrpcTestClient client = outer.Client();
        Assert.Equal(14, (await client.ReadyAsync()).Status);
        Assert.Empty(inner.Server.Heard);
    }

    [Fact]
    public async Task Clients_in_the_clear_are_turned_away_and_the_others_go_on()
    {
        using LeRobotRig rig = new(options => options with { Tls = _identity });
        using (GrpcTestClient clear = rig.Client())
        {
            await Assert.ThrowsAsync<HttpRequestException>(clear.ReadyAsync);
        }

        using GrpcTestClient client = new(rig.Port, trust: _authorities.Policy);
        Assert.Equal(0, (await client.ReadyAsync()).Status);
        Assert.Contains(rig.Events, happened => happened.Code == "RT238");
    }

    [Theory]
    [InlineData("http/1.1")]
    [InlineData(null)]
    public async Task Clients_that_do_not_ask_for_http2_are_turned_away(string? asked)
    {
        using LeRobotRig rig = new(options => options with { Tls = _identity });
        using TcpClient socket = new("127.0.0.1", rig.Port);
        await using SslStream tls = new(socket.GetStream());
        SslClientAuthenticationOptions options = new()
        {
            TargetHost = "localhost",
            CertificateChainPolicy = _authorities.Policy,
            ApplicationProtocols = asked is null ? null : [new SslApplicationProtocol(asked)],
        };
        try
        {
            await tls.AuthenticateAsClientAsync(options);
            Assert.Equal(0, await tls.ReadAsync(new byte[1]));
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException)
        {
            // Refused within the handshake, or cut behind it.
        }

        while (rig.Events.IsEmpty)
        {
            await Task.Yield();
        }

        Assert.All(rig.Events, happened => Assert.Equal("RT238", happened.Code));
    }
}
