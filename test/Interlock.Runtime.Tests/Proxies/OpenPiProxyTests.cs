using Interlock.Policies;
using Interlock.Policies.Remote.OpenPi;
using Interlock.Policies.Tests.Remote;
using Interlock.Policies.Tests.Remote.StandIns;
using Interlock.Policies.Wire;
using Interlock.Runtime.Proxies;

namespace Interlock.Runtime.Tests.Proxies;

public sealed class OpenPiProxyTests
{
    [NodeFact]
    public async Task Actions_that_the_contract_allows_are_those_of_the_server()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openpi);
        using OpenPiPolicy direct = ProxyRig.OpenPi(server.Port);
        using OpenPiPolicy proxied = ProxyRig.OpenPi(rig.Port);
        Assert.Equal(await ProxyRig.DriveAsync(direct), await ProxyRig.DriveAsync(proxied));
        Assert.Equal((3, 30, 0), (rig.Counts.Requests, rig.Counts.Rows, rig.Counts.ChangedRows));
        WireValue.Map ours = Assert.IsType<WireValue.Map>(proxied.Metadata!.Entries["interlock"]);
        Assert.Equal(new WireValue.Text("stand-in-arm"), ours.Entries["contract"]);
    }

    [NodeFact]
    public async Task Actions_beyond_the_contract_are_cut_from_what_was_really_executed()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openpi, options => options with { Contract = ProxyRig.Arm(0.004) });
        using OpenPiPolicy proxied = ProxyRig.OpenPi(rig.Port);
        double[] chunks = await ProxyRig.DriveAsync(proxied);
        ProxyRig.AssertSteps(chunks, rows: 10, maxStep: 0.004);
        Assert.Equal(30, rig.Counts.ChangedRows);
        Assert.Contains(rig.Events, happened => happened.Message.StartsWith("changed 10 of 10 rows", StringComparison.Ordinal));
    }

    [NodeFact]
    public async Task In_shadow_nothing_is_changed_and_everything_counted()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openpi, options => options with { Contract = ProxyRig.Arm(0.004), IsShadow = true });
        using OpenPiPolicy direct = ProxyRig.OpenPi(server.Port);
        using OpenPiPolicy proxied = ProxyRig.OpenPi(rig.Port);
        Assert.Equal(await ProxyRig.DriveAsync(direct), await ProxyRig.DriveAsync(proxied));
        Assert.True(rig.Counts.ChangedRows > 0);
    }

    [NodeFact]
    public async Task A_nan_does_not_come_through()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs", "--misbehave", "nan");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openpi);
        using OpenPiPolicy proxied = ProxyRig.OpenPi(rig.Port);
        PolicyChunk chunk = await Asking.AskAsync(proxied);
        Assert.All(chunk.Actions.ToArray(), value => Assert.True(double.IsFinite(value)));
        Assert.Equal(chunk.Row(0).ToArray(), chunk.Row(1).ToArray());
        Assert.True(rig.Counts.ChangedRows >= 1);
    }

    [NodeTheory]
    [InlineData("text-error")]
    [InlineData("close-1011")]
    [InlineData("empty")]
    [InlineData("garbage")]
    [InlineData("wrong-frame")]
    [InlineData("wrong-type")]
    [InlineData("cut")]
    [InlineData("wrong-shape")]
    [InlineData("endless")]
    public async Task A_server_that_fails_is_the_protocols_own_error_and_the_next_request_is_answered(string mode)
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs", "--misbehave", mode);
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openpi);
        using OpenPiPolicy proxied = ProxyRig.OpenPi(rig.Port);
        Assert.Equal("PO103", (await Asking.RefusedAsync(Asking.AskAsync(proxied))).Code);
        using OpenPiPolicy again = ProxyRig.OpenPi(rig.Port);
        Asking.AssertArmMoves(await Asking.AskAsync(again));
        Assert.Equal((1, 1), (rig.Counts.UpstreamFailures, rig.Counts.Requests));
    }

    [NodeTheory]
    [InlineData("text-error")]
    [InlineData("close-1011")]
    [InlineData("garbage")]
    [InlineData("cut")]
    [InlineData("wrong-shape")]
    public async Task With_hold_the_robot_is_kept_where_it_is_and_the_same_connection_goes_on(string mode)
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs", "--misbehave", mode);
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openpi, options => options with { OnUpstreamFailure = UpstreamFailure.Hold });
        using OpenPiPolicy proxied = ProxyRig.OpenPi(rig.Port);
        PolicyChunk held = await Asking.AskAsync(proxied);
        Assert.Equal(Asking.ArmState, held.Row(0).ToArray());
        Asking.AssertArmMoves(await Asking.AskAsync(proxied));
        Assert.Equal(1, rig.Counts.Clients);
    }

    [NodeFact]
    public async Task A_server_that_is_too_slow_is_hung_up_on()
    {
        ManualTime time = new();
        using StandIn server = await StandIn.StartAsync("openpi.mjs", "--misbehave", "late");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openpi, options => options with { FirstReplyTimeout = TimeSpan.FromSeconds(7) }, time);
        OpenPiPolicy proxied = ProxyRig.OpenPi(rig.Port);
        Task<PolicyChunk> asked = Asking.AskAsync(proxied);
        await server.SaysAsync("holding");
        time.Advance(TimeSpan.FromSeconds(7));
        Assert.Contains("RT209", (await Asking.RefusedAsync(asked)).Message);
        await server.SaysAsync("dropped");
        proxied.Dispose();
        using OpenPiPolicy again = ProxyRig.OpenPi(rig.Port);
        Asking.AssertArmMoves(await Asking.AskAsync(again));
    }

    [NodeFact]
    public async Task A_second_reply_to_one_request_reaches_nobody()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs", "--misbehave", "unasked");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openpi);
        using OpenPiPolicy proxied = ProxyRig.OpenPi(rig.Port);
        double[] chunks = await ProxyRig.DriveAsync(proxied);
        Assert.Equal(0.14, chunks[70], 9);
        Assert.Contains(rig.Events, happened => happened.Code == "RT211");
        Assert.Equal(1, rig.Counts.Clients);
    }

    [NodeFact]
    public async Task A_server_that_was_restarted_is_connected_to_anew()
    {
        StandIn server = await StandIn.StartAsync("openpi.mjs");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openpi);
        using OpenPiPolicy proxied = ProxyRig.OpenPi(rig.Port);
        Asking.AssertArmMoves(await Asking.AskAsync(proxied));
        int port = server.Port;
        server.Dispose();
        Assert.Equal("PO103", (await Asking.RefusedAsync(Asking.AskAsync(proxied))).Code);
        using StandIn restarted = await StandIn.StartAsync("openpi.mjs", "--port", $"{port}");
        using OpenPiPolicy again = ProxyRig.OpenPi(rig.Port);
        Asking.AssertArmMoves(await Asking.AskAsync(again));
    }

    [NodeFact(LiberoObservation.Folder)]
    public async Task A_request_with_images_arrives_to_the_byte()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs", "--shared", SharedFiles.Root);
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openpi, options => options with { State = StateMapping.None, IsShadow = true });
        OpenPiOptions libero = new()
        {
            Address = $"ws://127.0.0.1:{rig.Port}/",
            ActionDimension = 7,
            MaxRows = 64,
            Observation = Policies.Remote.Mapping.ObservationPresets.Libero,
        };
        using OpenPiPolicy proxied = new(libero, TimeProvider.System);
        PolicyChunk chunk = await Asking.AskAsync(proxied, LiberoObservation.Request());
        Assert.Equal("request 1 exact", await server.SaysAsync("request"));
        Assert.Equal((10, 81.25, 1), (chunk.Rows, chunk.InferenceMs, chunk.Row(9)[6]));
    }
}
