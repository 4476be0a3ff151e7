using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Policies.Remote.OpenPi;
using Interlock.Policies.Tests.Remote;
using Interlock.Policies.Tests.Remote.StandIns;
using Interlock.Recording.Flight.Reading;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Tests.Proxies;

public sealed class ProxyServerTests
{
    [Fact]
    public void The_handshake_is_answered_as_the_standard_has_it() =>
        Assert.Equal("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", WebSocketUpgrade.Answer("dGhlIHNhbXBsZSBub25jZQ=="));

    [Fact]
    public void Other_machines_are_served_with_a_token_alone()
    {
        ProxyOptions options = new()
        {
            Protocol = ProxyProtocol.Openpi,
            Listen = new IPEndPoint(IPAddress.Any, 0),
            Upstream = "ws://127.0.0.1:1/",
            Contract = ProxyRig.Arm(1),
        };
        Assert.Equal("RT200", Assert.Throws<DiagnosticException>(() => new ProxyServer(options, TimeProvider.System)).Diagnostics[0].Code);
        using ProxyServer server = new(options with { Token = "secret" }, TimeProvider.System);
        Assert.NotEqual(0, server.Endpoint.Port);
    }

    [NodeFact]
    public async Task Clients_show_the_token_and_the_server_does_not_see_it()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openpi, options => options with { Token = "secret" });
        using OpenPiPolicy without = ProxyRig.OpenPi(rig.Port);
        Assert.Equal("PO104", (await Asking.RefusedAsync(without.ConnectAsync(CancellationToken.None).AsTask())).Code);
        OpenPiOptions withToken = new()
        {
            Address = $"ws://127.0.0.1:{rig.Port}/",
            ActionDimension = 7,
            MaxRows = 64,
            Observation = Asking.ArmMapping,
            ApiKey = "secret",
        };
        using OpenPiPolicy admitted = new(withToken, TimeProvider.System);
        Asking.AssertArmMoves(await Asking.AskAsync(admitted));
        Assert.Equal("connection 1 - -", await server.SaysAsync("connection"));
    }

    [NodeFact]
    public async Task Sixty_four_clients_at_a_time_get_what_each_would_get_alone()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openpi);
        double[][] all = await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
        {
            using OpenPiPolicy policy = ProxyRig.OpenPi(rig.Port);
            return await ProxyRig.DriveAsync(policy);
        }));
        Assert.All(all, chunks => Assert.Equal(all[0], chunks));
        Assert.Equal((64, 192, 0, 0), (rig.Counts.Clients, rig.Counts.Requests, rig.Counts.ChangedRows, rig.Counts.ClientErrors));
    }

    [NodeFact]
    public async Task Damaged_connections_end_and_the_others_go_on()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openpi);
        using OpenPiPolicy before = ProxyRig.OpenPi(rig.Port);
        Asking.AssertArmMoves(await Asking.AskAsync(before));
        SeededRandom random = new(7);
        for (int i = 0; i < 150; i++)
        {
            await DamageAsync(rig.Port, random);
        }

        Asking.AssertArmMoves(await Asking.AskAsync(before));
        using OpenPiPolicy after = ProxyRig.OpenPi(rig.Port);
        Asking.AssertArmMoves(await Asking.AskAsync(after));
    }

    [NodeFact]
    public async Task The_recording_has_state_raw_and_guarded_rows_and_why()
    {
        using TemporaryFolder folder = new();
        using StandIn server = await StandIn.StartAsync("openpi.mjs");
        using (ProxyRig rig = new(server.Port, ProxyProtocol.Openpi, options => options with { Contract = ProxyRig.Arm(0.004), RecordFolder = folder.Root }))
        {
            using OpenPiPolicy policy = ProxyRig.OpenPi(rig.Port);
            await ProxyRig.DriveAsync(policy);
        }

        using FlightLog log = FlightLog.Open(Assert.Single(Directory.GetFiles(folder.Root)));
        var steps = log.Steps().ToList();
        Assert.Equal(30, steps.Count);
        Assert.Equal(Asking.ArmState, steps[0].State!);
        Assert.Equal(Asking.FirstRow[0], steps[0].Policy![0], 9);
        Assert.Equal(0.104, steps[0].Guarded![0], 9);
        Assert.NotEmpty(log.Events());
    }

    [NodeFact]
    public async Task A_client_in_python_gets_what_the_server_says()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openpi);
        string direct = await PythonAsync(server.Port);
        string proxied = await PythonAsync(rig.Port);
        Assert.Equal(direct.Split('\n')[1..], proxied.Split('\n')[1..]);
        Assert.Contains("\"actions\"", proxied);
        Assert.Equal(30, rig.Counts.Rows);
    }

    private static async Task<string> PythonAsync(int port)
    {
        ProcessStartInfo start = new("python3") { RedirectStandardOutput = true };
        foreach (string word in new[] { Path.Combine(SharedFiles.RepositoryRoot, "eng", "stand-ins", "clients", "openpi_client.py"), "127.0.0.1", $"{port}", "3", "3" })
        {
            start.ArgumentList.Add(word);
        }

        using Process client = Process.Start(start)!;
        return await client.StandardOutput.ReadToEndAsync();
    }

    private static async Task DamageAsync(int port, SeededRandom random)
    {
        byte[] head = Encoding.ASCII.GetBytes(
            "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, port);
        NetworkStream stream = client.GetStream();
        bool isHeadGood = random.NextInt(2) == 0;
        if (!isHeadGood)
        {
            head[random.NextInt(head.Length)] = (byte)random.NextInt(256);
        }

        byte[] frames = new byte[1 + random.NextInt(200)];
        for (int i = 0; i < frames.Length; i++)
        {
            frames[i] = (byte)random.NextInt(256);
        }

        try
        {
            await stream.WriteAsync(head);
            if (isHeadGood)
            {
                byte[] reply = new byte[4096];
                await stream.ReadAtLeastAsync(reply, 1, throwOnEndOfStream: false);
                frames[0] = 0x82;
            }

            await stream.WriteAsync(frames);
            client.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(Stream.Null);
        }
        catch (IOException)
        {
            // Cut off, as it should be.
        }
    }
}
