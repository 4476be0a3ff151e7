using System.Net;
using System.Text;
using Interlock.Policies;
using Interlock.Policies.Remote.OpenVla;
using Interlock.Policies.Tests.Remote;
using Interlock.Policies.Tests.Remote.StandIns;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.JsonNumpy;
using Interlock.Runtime.Proxies;

namespace Interlock.Runtime.Tests.Proxies;

public sealed class ActProxyTests
{
    [NodeTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Actions_that_the_contract_allows_are_those_of_the_server(bool isDouble)
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla);
        using OpenVlaPolicy direct = ProxyRig.OpenVla(server.Port, isDouble);
        using OpenVlaPolicy proxied = ProxyRig.OpenVla(rig.Port, isDouble);
        Assert.Equal(await ProxyRig.DriveAsync(direct), await ProxyRig.DriveAsync(proxied));
        Assert.Equal((3, 0), (rig.Counts.Requests, rig.Counts.ChangedRows));
    }

    [NodeTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Actions_beyond_the_contract_are_cut(bool isDouble)
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla, options => options with { Contract = ProxyRig.Arm(0.004) });
        using OpenVlaPolicy proxied = ProxyRig.OpenVla(rig.Port, isDouble);
        ProxyRig.AssertSteps(await ProxyRig.DriveAsync(proxied), rows: 10, maxStep: 0.004);
        Assert.Equal(30, rig.Counts.ChangedRows);
    }

    [NodeFact]
    public async Task A_reply_of_one_action_is_guarded_too()
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs", "--single");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla, options => options with { Contract = ProxyRig.Arm(0.004) });
        using OpenVlaPolicy proxied = ProxyRig.OpenVla(rig.Port);
        ProxyRig.AssertSteps(await ProxyRig.DriveAsync(proxied, executed: 1), rows: 1, maxStep: 0.004, executed: 1);
    }

    [NodeTheory]
    [InlineData("text-error", "PO022")]
    [InlineData("status", "PO104")]
    [InlineData("empty", "PO022")]
    [InlineData("garbage", "PO022")]
    [InlineData("wrong-frame", "PO022")]
    [InlineData("wrong-type", "PO022")]
    [InlineData("cut", "PO022")]
    [InlineData("wrong-shape", "PO022")]
    [InlineData("endless", "PO022")]
    public async Task A_server_that_fails_is_the_protocols_own_error_and_the_next_request_is_answered(string mode, string code)
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs", "--misbehave", mode);
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla);
        using OpenVlaPolicy proxied = ProxyRig.OpenVla(rig.Port);
        Assert.Equal(code, (await Asking.RefusedAsync(Asking.AskAsync(proxied))).Code);
        using OpenVlaPolicy again = ProxyRig.OpenVla(rig.Port);
        Asking.AssertArmMoves(await Asking.AskAsync(again));
        Assert.Equal((1, 1), (rig.Counts.UpstreamFailures, rig.Counts.Requests));
    }

    [NodeTheory]
    [InlineData("text-error")]
    [InlineData("status")]
    [InlineData("cut")]
    [InlineData("garbage")]
    public async Task With_hold_the_robot_is_kept_where_it_is(string mode)
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs", "--misbehave", mode);
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla, options => options with { OnUpstreamFailure = UpstreamFailure.Hold });
        using OpenVlaPolicy proxied = ProxyRig.OpenVla(rig.Port);
        Assert.Equal(Asking.ArmState, (await Asking.AskAsync(proxied)).Row(0).ToArray());
        Asking.AssertArmMoves(await Asking.AskAsync(proxied));
    }

    [NodeFact]
    public async Task A_server_that_is_too_slow_is_hung_up_on()
    {
        ManualTime time = new();
        using StandIn server = await StandIn.StartAsync("openvla.mjs", "--misbehave", "late");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla, options => options with { FirstReplyTimeout = TimeSpan.FromSeconds(7) }, time);
        using HttpClient http = new();
        Task<HttpResponseMessage> asked = http.PostAsync(new Uri($"http://127.0.0.1:{rig.Port}/act"), Body("{\"state\": [0.1, 0.2, 0.5, -0.6, 0.2, 0.4, 0.02]}"));
        await server.SaysAsync("holding");
        time.Advance(TimeSpan.FromSeconds(7));
        using HttpResponseMessage reply = await asked;
        Assert.Equal((HttpStatusCode.OK, "\"error\""), (reply.StatusCode, await reply.Content.ReadAsStringAsync()));
        Assert.Contains("RT209", Assert.Single(reply.Headers.GetValues("X-Interlock-Finding")));
        await server.SaysAsync("dropped");
    }

    [NodeFact]
    public async Task Sessions_with_names_do_not_share_a_guard()
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla);
        using HttpClient http = new();
        foreach (string name in new[] { "left", "right" })
        {
            using HttpRequestMessage message = new(HttpMethod.Post, $"http://127.0.0.1:{rig.Port}/act") { Content = Body(State) };
            message.Headers.Add("X-Interlock-Session", name);
            using HttpResponseMessage reply = await http.SendAsync(message);
            Assert.NotEqual("\"error\"", await reply.Content.ReadAsStringAsync());
        }

        Assert.Equal(0, rig.Counts.ChangedRows);
    }

    [NodeFact]
    public async Task Sixty_four_clients_at_a_time_are_each_guarded_from_where_they_are()
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla, options => options with { Contract = ProxyRig.Arm(0.004) });
        using HttpClient http = new();
        await Task.WhenAll(Enumerable.Range(0, 64).Select(async client =>
        {
            double[] state = [.. Asking.ArmState.Select(value => value + (client * 0.01))];
            for (int request = 0; request < 3; request++)
            {
                using HttpRequestMessage message = new(HttpMethod.Post, $"http://127.0.0.1:{rig.Port}/act") { Content = Body(StateOf(state)) };
                message.Headers.Add("X-Interlock-Session", $"robot {client}");
                using HttpResponseMessage reply = await http.SendAsync(message);
                double[] rows = new double[1024];
                ActionBlock block = ActionRows.Copy(ActReply.Decode(await reply.Content.ReadAsByteArrayAsync()), rows);
                Assert.Equal((10, 7), (block.Rows, block.Columns));
                Assert.All(Enumerable.Range(0, 7), i => Assert.InRange(Math.Abs(rows[i] - state[i]), 0, 0.004 * (1 + 1e-12)));
                state = rows[..7];
            }
        }));
        Assert.Equal((192, 0, 0), (rig.Counts.Requests, rig.Counts.UpstreamFailures, rig.Counts.ClientErrors));
        Assert.InRange(rig.Counts.ChangedRows, 192, 1920);
    }

    [NodeFact]
    public async Task A_request_without_the_state_that_the_contract_needs_is_refused_with_the_reason()
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla);
        using HttpClient http = new();
        using HttpResponseMessage reply = await http.PostAsync(new Uri($"http://127.0.0.1:{rig.Port}/act"), Body("{\"instruction\": \"go\"}"));
        Assert.Equal("\"error\"", await reply.Content.ReadAsStringAsync());
        Assert.Contains("RT204", Assert.Single(reply.Headers.GetValues("X-Interlock-Finding")));
        Assert.Equal(1, rig.Counts.ClientErrors);
    }

    private static string State => StateOf(Asking.ArmState);

    private static string StateOf(double[] state)
    {
        string numbers = Convert.ToBase64String(System.Runtime.InteropServices.MemoryMarshal.AsBytes<double>(state));
        return "{\"state\": {\"__numpy__\": \"" + numbers + "\", \"dtype\": \"<f8\", \"shape\": [7]}}";
    }

    private static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");
}
