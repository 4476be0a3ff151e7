using Interlock.Core.Diagnostics;
using Interlock.Policies.Remote;
using Interlock.Policies.Remote.Mapping;
using Interlock.Policies.Remote.OpenVla;

namespace Interlock.Policies.Tests.Remote.StandIns;

public sealed class OpenVlaStandInTests
{
    private readonly ManualTime _time = new();

    [NodeTheory]
    [InlineData("text-error", "PO022")]
    [InlineData("status", "PO104")]
    [InlineData("empty", "PO020")]
    [InlineData("garbage", "PO020")]
    [InlineData("wrong-frame", "PO108")]
    [InlineData("wrong-type", "PO013")]
    [InlineData("cut", "PO102")]
    [InlineData("wrong-shape", "PO107")]
    [InlineData("endless", "PO105")]
    public async Task Misbehaviour_is_a_finding_and_the_next_request_is_answered(string mode, string code)
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs", "--misbehave", mode);
        using OpenVlaPolicy policy = Client(server);
        Assert.Equal(code, (await Asking.RefusedAsync(Asking.AskAsync(policy))).Code);
        Assert.Equal(code == "PO022" ? LinkState.Up : LinkState.Lost, policy.Link.State);
        _time.Advance(Asking.LongerThanAnyDelay);
        Asking.AssertArmMoves(await Asking.AskAsync(policy));
        Assert.Equal((LinkState.Up, 1, 1), (policy.Link.State, policy.Counts.Failures, policy.Counts.Answers));
    }

    [NodeTheory]
    [InlineData("late")]
    [InlineData("slow-start")]
    public async Task A_late_reply_finds_nobody_waiting(string mode)
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs", "--misbehave", mode);
        OpenVlaPolicy policy = Client(server);
        Task<PolicyChunk> asked = Asking.AskAsync(policy);
        await server.SaysAsync("holding");
        _time.Advance(Asking.RequestTimeout);
        Assert.Equal("PO101", (await Asking.RefusedAsync(asked)).Code);
        await server.SaysAsync("dropped");
        _time.Advance(Asking.LongerThanAnyDelay);
        Asking.AssertArmMoves(await Asking.AskAsync(policy));
        policy.Dispose();
    }

    [NodeFact]
    public async Task A_nan_that_base64_hides_comes_through_and_is_counted()
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs", "--misbehave", "nan");
        using OpenVlaPolicy policy = Client(server);
        Assert.True(double.IsNaN((await Asking.AskAsync(policy)).Row(1)[2]));
        Assert.Equal(1, policy.Counts.NonFiniteValues);
    }

    [NodeTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_action_or_a_chunk_and_either_encoding_are_understood(bool isDoubleEncoded)
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs", "--single");
        using OpenVlaPolicy policy = new(Options(server) with { IsDoubleEncoded = isDoubleEncoded }, _time);
        PolicyChunk chunk = await Asking.AskAsync(policy);
        Asking.AssertArmMoves(chunk);
        Assert.Equal(1, chunk.Rows);
    }

    [NodeFact(LiberoObservation.Folder)]
    public async Task The_recorded_observation_is_sent_to_the_byte_in_every_form()
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs", "--shared", SharedFiles.Root);
        OpenVlaOptions vla = Options(server) with { Observation = ObservationPresets.OpenVla, UnnormKey = "libero_spatial" };
        using OpenVlaPolicy plain = new(vla, _time);
        using OpenVlaPolicy twice = new(vla with { IsDoubleEncoded = true }, _time);
        using OpenVlaPolicy oft = new(Options(server) with { Observation = ObservationPresets.OpenVlaOft }, _time);
        PolicyChunk one = await Asking.AskAsync(plain, LiberoObservation.Request());
        Assert.Equal("request 1 wire_openvla_act_request.json", await server.SaysAsync("request"));
        PolicyChunk same = await Asking.AskAsync(twice, LiberoObservation.Request());
        Assert.Equal("request 2 wire_openvla_act_request_double_encoded.json", await server.SaysAsync("request"));
        PolicyChunk chunk = await Asking.AskAsync(oft, LiberoObservation.Request());
        Assert.Equal("request 3 wire_oft_act_request.json", await server.SaysAsync("request"));
        Assert.Equal((1, 8), (one.Rows, chunk.Rows));
        Assert.Equal(0.01, one.Row(0)[0]);
        Assert.Equal(one.Actions, same.Actions);
    }

    private OpenVlaPolicy Client(StandIn server) => new(Options(server), _time);

    private static OpenVlaOptions Options(StandIn server) => new()
    {
        Address = $"http://127.0.0.1:{server.Port}/act",
        ActionDimension = 7,
        MaxRows = 20,
        Observation = Asking.ArmMapping,
        RequestTimeout = Asking.RequestTimeout,
        FirstReplyTimeout = null,
        LongestReplyBytes = 1 << 20,
        Retry = Asking.Once,
    };
}
