using Interlock.Core.Diagnostics;
using Interlock.Policies.Remote;
using Interlock.Policies.Remote.Mapping;
using Interlock.Policies.Remote.OpenPi;

namespace Interlock.Policies.Tests.Remote.StandIns;

public sealed class OpenPiStandInTests
{
    private readonly ManualTime _time = new();

    [NodeTheory]
    [InlineData("text-error", "PO103")]
    [InlineData("close-1011", "PO103")]
    [InlineData("empty", "PO001")]
    [InlineData("garbage", null)]
    [InlineData("wrong-frame", "PO102")]
    [InlineData("wrong-type", "PO013")]
    [InlineData("cut", "PO102")]
    [InlineData("wrong-shape", "PO107")]
    [InlineData("endless", "PO105")]
    [InlineData("status", "PO104")]
    public async Task Misbehaviour_is_a_finding_and_the_next_request_is_answered(string mode, string? code)
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs", "--misbehave", mode);
        using OpenPiPolicy policy = Client(server);
        Diagnostic finding = await Asking.RefusedAsync(Asking.AskAsync(policy));
        Assert.Equal(code ?? finding.Code, finding.Code);
        Assert.StartsWith("PO", finding.Code);
        Assert.NotEqual(LinkState.Up, policy.Link.State);
        Assert.Equal((finding, 1), (policy.Link.LastFailure, policy.Link.Attempts));
        _time.Advance(Asking.LongerThanAnyDelay);
        Asking.AssertArmMoves(await Asking.AskAsync(policy));
        Assert.Equal((LinkState.Up, 0), (policy.Link.State, policy.Link.Attempts));
    }

    [NodeTheory]
    [InlineData("late")]
    [InlineData("slow-start")]
    public async Task A_server_that_is_too_slow_is_hung_up_on(string mode)
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs", "--misbehave", mode);
        OpenPiPolicy policy = Client(server);
        Task<PolicyChunk> asked = Asking.AskAsync(policy);
        await server.SaysAsync("holding");
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("PO101", (await Asking.RefusedAsync(asked)).Code);
        await server.SaysAsync("dropped");
        _time.Advance(Asking.LongerThanAnyDelay);
        Asking.AssertArmMoves(await Asking.AskAsync(policy));
        Assert.Equal(1, policy.Counts.TimeOuts);
        policy.Dispose();
    }

    [NodeFact]
    public async Task Text_of_a_failing_server_shows_the_last_line_of_its_traceback()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs", "--misbehave", "text-error");
        using OpenPiPolicy policy = Client(server);
        Assert.Contains("KeyError: 'observation/state'", (await Asking.RefusedAsync(Asking.AskAsync(policy))).Message);
    }

    [NodeFact]
    public async Task A_second_reply_to_one_request_is_never_taken_for_the_next()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs", "--misbehave", "unasked");
        using OpenPiPolicy policy = Client(server);
        await Asking.AskAsync(policy);
        PolicyRequest other = Asking.OfArm(5) with { Observation = Asking.OfArm(5).Observation with { State = new double[7] } };
        Assert.Equal("PO106", (await Asking.RefusedAsync(Asking.AskAsync(policy, other))).Code);
        _time.Advance(Asking.LongerThanAnyDelay);
        Assert.Equal(0.01, (await Asking.AskAsync(policy, other)).Row(0)[0], 9);
        Assert.Equal((1, 2), (policy.Counts.StaleRows, policy.Link.Connections));
    }

    [NodeFact]
    public async Task A_connection_that_was_cut_is_made_anew_and_the_observation_sent_again()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs", "--misbehave", "cut");
        OpenPiPolicy policy = new(Options(server) with { Retry = new RetryOptions() }, _time);
        Task<TimeSpan> delay = _time.WaitSetAsync(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100));
        Task<PolicyChunk> asked = Asking.AskAsync(policy);
        _time.Advance(await delay);
        Asking.AssertArmMoves(await asked);
        Assert.Equal((1, 1, 1), (policy.Counts.Failures, policy.Counts.Retries, policy.Counts.Answers));
        policy.Dispose();
    }

    [NodeFact]
    public async Task A_nan_comes_through_and_is_counted()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs", "--misbehave", "nan");
        using OpenPiPolicy policy = Client(server);
        PolicyChunk chunk = await Asking.AskAsync(policy);
        Assert.True(double.IsNaN(chunk.Row(1)[2]));
        Assert.Equal(1, policy.Counts.NonFiniteValues);
    }

    [NodeFact]
    public async Task The_key_is_sent_pings_are_answered_and_nothing_is_compressed()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs");
        using OpenPiPolicy policy = new(Options(server) with { ApiKey = "secret" }, _time);
        await policy.ConnectAsync(CancellationToken.None);
        Assert.Equal("connection 1 Api-Key secret -", await server.SaysAsync("connection"));
        await server.SaysAsync("pong");
        Assert.Empty(policy.Metadata!.Entries);
    }

    [NodeFact(LiberoObservation.Folder)]
    public async Task The_recorded_observation_is_sent_to_the_byte_and_the_captured_chunk_read()
    {
        using StandIn server = await StandIn.StartAsync("openpi.mjs", "--shared", SharedFiles.Root);
        using OpenPiPolicy policy = new(Options(server) with { Observation = ObservationPresets.Libero }, _time);
        PolicyChunk chunk = await Asking.AskAsync(policy, LiberoObservation.Request());
        Assert.Equal("request 1 exact", await server.SaysAsync("request"));
        Assert.Equal((10, 81.25), (chunk.Rows, chunk.InferenceMs));
        Assert.Equal((LiberoObservation.Step, LiberoObservation.TimestampNs), (chunk.ObservedAtStep, chunk.ObservedAtNs));
        Assert.Equal(1, chunk.Row(9)[6]);
    }

    private OpenPiPolicy Client(StandIn server) => new(Options(server), _time);

    private static OpenPiOptions Options(StandIn server) => new()
    {
        Address = $"ws://127.0.0.1:{server.Port}/",
        ActionDimension = 7,
        MaxRows = 20,
        Observation = Asking.ArmMapping,
        RequestTimeout = Asking.RequestTimeout,
        FirstReplyTimeout = null,
        LongestReplyBytes = 1 << 20,
        Retry = Asking.Once,
    };
}
