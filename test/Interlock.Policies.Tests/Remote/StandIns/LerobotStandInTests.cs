using Interlock.Core.Observations;
using Interlock.Policies.Remote;
using Interlock.Policies.Remote.Lerobot;
using Interlock.Policies.Remote.Mapping;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Lerobot;

namespace Interlock.Policies.Tests.Remote.StandIns;

public sealed class LerobotStandInTests
{
    private const string Captures = "data/lerobot-async-pickle";
    private static readonly string[] Motors = ["j1", "j2", "j3", "j4", "j5", "j6", "gripper"];

    private readonly ManualTime _time = new(DateTimeOffset.UnixEpoch.AddSeconds(123.5));

    [NodeTheory]
    [InlineData("text-error", "PO109")]
    [InlineData("status", "PO110")]
    [InlineData("close-1011", "PO102")]
    [InlineData("garbage", "PO039")]
    [InlineData("wrong-frame", "PO051")]
    [InlineData("wrong-type", "PO110")]
    [InlineData("cut", "PO102")]
    [InlineData("wrong-shape", "PO107")]
    [InlineData("out-of-order", "PO113")]
    [InlineData("endless", "PO105")]
    public async Task Misbehaviour_is_a_finding_and_the_next_request_is_answered(string mode, string code)
    {
        using StandIn server = await StandIn.StartAsync("lerobot.mjs", "--misbehave", mode);
        using LerobotPolicy policy = Client(server);
        Assert.Equal(code, (await Asking.RefusedAsync(Asking.AskAsync(policy))).Code);
        _time.Advance(Asking.LongerThanAnyDelay);
        Asking.AssertArmMoves(await Asking.AskAsync(policy, Asking.OfArm(7)));
        Assert.Equal((LinkState.Up, 1, 1), (policy.Link.State, policy.Counts.Failures, policy.Counts.Answers));
    }

    [NodeFact]
    public async Task A_late_reply_finds_nobody_waiting_and_the_policy_is_not_loaded_again()
    {
        using StandIn server = await StandIn.StartAsync("lerobot.mjs", "--misbehave", "late");
        LerobotPolicy policy = Client(server);
        Task<PolicyChunk> asked = Asking.AskAsync(policy);
        await server.SaysAsync("setup");
        await server.SaysAsync("holding");
        _time.Advance(Asking.RequestTimeout);
        Assert.Equal("PO101", (await Asking.RefusedAsync(asked)).Code);
        await server.SaysAsync("dropped");
        _time.Advance(Asking.LongerThanAnyDelay);
        Asking.AssertArmMoves(await Asking.AskAsync(policy, Asking.OfArm(1)));
        await server.SaysAsync("ready 2");
        Assert.StartsWith("request 2", await server.SaysAsync(""));
        policy.Dispose();
    }

    [NodeFact]
    public async Task A_server_that_does_not_get_ready_is_hung_up_on()
    {
        using StandIn server = await StandIn.StartAsync("lerobot.mjs", "--misbehave", "slow-start");
        using LerobotPolicy policy = Client(server);
        Task connecting = policy.ConnectAsync(CancellationToken.None).AsTask();
        await server.SaysAsync("holding");
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("PO101", (await Asking.RefusedAsync(connecting)).Code);
        Assert.Equal(LinkState.NeverConnected, policy.Link.State);
        _time.Advance(Asking.LongerThanAnyDelay);
        await policy.ConnectAsync(CancellationToken.None);
        Assert.Equal((LinkState.Up, 1), (policy.Link.State, policy.Link.Connections));
    }

    [NodeTheory]
    [InlineData(true, "the cause is in the server's log")]
    [InlineData(false, "robots in rad")]
    public async Task Empty_replies_are_asked_again_until_the_time_is_over(bool mustAnswer, string hint)
    {
        using StandIn server = await StandIn.StartAsync("lerobot.mjs", "--misbehave", "empty");
        LerobotPolicy policy = Client(server);
        Task<TimeSpan> pause = Pause();
        Task<PolicyChunk> asked = Asking.AskAsync(policy, Asking.OfArm(3, mustAnswer));
        await pause;
        pause = Pause();
        _time.Advance(TimeSpan.FromMilliseconds(20));
        await pause;
        _time.Advance(Asking.RequestTimeout);
        var finding = await Asking.RefusedAsync(asked);
        Assert.Equal(("PO111", 2L), (finding.Code, policy.Counts.EmptyReplies));
        Assert.Contains(hint, finding.Hint);
        Assert.Equal(LinkState.Up, policy.Link.State);
        Assert.Contains($"step=3 must_go={(mustAnswer ? "true" : "false")}", await server.SaysAsync("request 1"));
        Asking.AssertArmMoves(await Asking.AskAsync(policy, Asking.OfArm(4)));
        policy.Dispose();
    }

    [NodeFact]
    public async Task A_server_that_has_nothing_after_a_time_out_is_told_again_what_to_load()
    {
        using StandIn server = await StandIn.StartAsync("lerobot.mjs", "--misbehave", "late,empty");
        LerobotPolicy policy = Client(server);
        Task<PolicyChunk> asked = Asking.AskAsync(policy);
        await server.SaysAsync("setup");
        await server.SaysAsync("holding");
        _time.Advance(Asking.RequestTimeout);
        Assert.Equal("PO101", (await Asking.RefusedAsync(asked)).Code);
        _time.Advance(Asking.LongerThanAnyDelay);
        Task<TimeSpan> pause = Pause();
        Task<PolicyChunk> again = Asking.AskAsync(policy, Asking.OfArm(1));
        await pause;
        _time.Advance(Asking.RequestTimeout);
        Assert.Equal("PO111", (await Asking.RefusedAsync(again)).Code);
        Asking.AssertArmMoves(await Asking.AskAsync(policy, Asking.OfArm(2)));
        await server.SaysAsync("setup");
        policy.Dispose();
    }

    [NodeFact]
    public async Task The_answer_to_an_earlier_observation_is_left_and_counted()
    {
        using StandIn server = await StandIn.StartAsync("lerobot.mjs", "--misbehave", "stale");
        LerobotPolicy policy = Client(server);
        Task<TimeSpan> pause = Pause();
        Task<PolicyChunk> asked = Asking.AskAsync(policy, Asking.OfArm(40));
        await pause;
        _time.Advance(TimeSpan.FromMilliseconds(20));
        Assert.Equal(40, (await asked).ObservedAtStep);
        Assert.Equal(10, policy.Counts.StaleRows);
        policy.Dispose();
    }

    [NodeTheory]
    [InlineData(PayloadGeneration.Pickle)]
    [InlineData(PayloadGeneration.JsonSafetensors)]
    public async Task Both_generations_are_spoken_and_large_observations_travel_in_pieces(PayloadGeneration generation)
    {
        using StandIn server = await StandIn.StartAsync("lerobot.mjs");
        CameraImage image = new() { Camera = "top", WidthPx = 1280, HeightPx = 720, Encoding = ImageEncoding.Rgb8, Data = new byte[1280 * 720 * 3], TimestampNs = 0, Sequence = 0 };
        LerobotOptions options = Options(server) with { Generation = generation, Observation = ObservationPresets.Lerobot(Motors, ["top"]) };
        using LerobotPolicy policy = new(options, _time);
        PolicyRequest request = Asking.OfArm();
        Asking.AssertArmMoves(await Asking.AskAsync(policy, request with { Observation = request.Observation with { Images = [image] } }));
        Assert.EndsWith("pieces=2", await server.SaysAsync("request 1"));
    }

    [NodeFact]
    public async Task A_nan_comes_through_and_a_new_episode_makes_the_server_forget_its_steps()
    {
        using StandIn server = await StandIn.StartAsync("lerobot.mjs", "--misbehave", "nan");
        using LerobotPolicy policy = Client(server);
        Assert.True(double.IsNaN((await Asking.AskAsync(policy)).Row(1)[2]));
        Assert.Equal(1, policy.Counts.NonFiniteValues);
        policy.BeginEpisode(seed: 1);
        await Asking.AskAsync(policy);
        await server.SaysAsync("ready 2");
    }

    [NodeFact(Captures)]
    public async Task Captured_setup_and_observation_are_sent_to_the_byte_and_the_captured_chunk_read()
    {
        using StandIn server = await StandIn.StartAsync("lerobot.mjs", "--shared", SharedFiles.Root);
        string[] motors = ["left_waist", "left_shoulder", "right_waist", "right_shoulder"];
        RemoteObservation mapping = ObservationPresets.Lerobot(motors, ["observation.images.cam_high"]);
        using LerobotPolicy policy = new(Options(server) with { Setup = CapturedSetup(), Observation = mapping, ActionDimension = 14 }, _time);
        CameraImage image = new()
        {
            Camera = "observation.images.cam_high",
            WidthPx = 2,
            HeightPx = 2,
            Encoding = ImageEncoding.Rgb8,
            Data = Enumerable.Range(0, 12).Select(i => (byte)i).ToArray(),
            TimestampNs = 0,
            Sequence = 0,
        };
        Observation observation = new() { Step = 100, TimestampNs = 5, State = new[] { 0, 1.5, -2.25, 3.75 }, Task = "pick up the cube", Images = [image] };
        PolicyChunk chunk = await Asking.AskAsync(policy, new PolicyRequest { Observation = observation });
        Assert.Equal("setup exact", await server.SaysAsync("setup"));
        Assert.StartsWith("request 1 exact", await server.SaysAsync("request"));
        Assert.Equal(3, chunk.Rows);
        Assert.Equal(Enumerable.Range(0, 42).Select(i => (double)i), chunk.Actions.ToArray());
    }

    private static PolicySetup CapturedSetup()
    {
        string[] arm = ["waist", "shoulder", "elbow", "forearm_roll", "wrist_angle", "wrist_rotate", "gripper"];
        string[] motors = [.. arm.Select(joint => $"left_{joint}"), .. arm.Select(joint => $"right_{joint}")];
        WireValue.Map rename = new(new Dictionary<string, WireValue> { ["observation.images.cam_high"] = new WireValue.Text("observation.images.top") });
        return new PolicySetup("act", "trossen/act_bimanual", LerobotFeatures.Of(motors, [("cam_high", 480, 640)]), 100, "cpu", rename);
    }

    private Task<TimeSpan> Pause() => _time.WaitSetAsync(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(20));

    private LerobotPolicy Client(StandIn server) => new(Options(server), _time);

    private static LerobotOptions Options(StandIn server) => new()
    {
        Address = $"http://127.0.0.1:{server.Port}",
        ActionDimension = 7,
        MaxRows = 20,
        Observation = ObservationPresets.Lerobot(Motors, []),
        Setup = new PolicySetup("act", "some/policy", LerobotFeatures.Of(Motors, []), 20, "cpu", new WireValue.Map(new Dictionary<string, WireValue>())),
        RequestTimeout = Asking.RequestTimeout,
        FirstReplyTimeout = null,
        LongestReplyBytes = 1 << 20,
        Retry = Asking.Once,
    };
}
