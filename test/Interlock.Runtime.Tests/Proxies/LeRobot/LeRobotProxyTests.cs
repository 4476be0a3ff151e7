using Interlock.Policies.Wire.Lerobot;
using Interlock.Policies.Wire.Protobuf;
using Interlock.Runtime.Proxies;
using Xunit;

namespace Interlock.Runtime.Tests.Proxies.LeRobot;

public sealed class LeRobotProxyTests
{
    [Theory]
    [InlineData(PayloadGeneration.Pickle)]
    [InlineData(PayloadGeneration.JsonSafetensors)]
    public async Task What_the_contract_allows_arrives_to_the_byte_on_both_sides(PayloadGeneration generation)
    {
        using LeRobotRig rig = new();
        using GrpcTestClient client = rig.Client();
        byte[] chunk = generation == PayloadGeneration.Pickle ? LeRobotRig.Chunk(0, 0.05f, 0.1f, 0.15f) : LeRobotRig.JsonChunk(0, 0.05f, 0.1f, 0.15f);
        byte[] observation = LeRobotRig.Observation(0, generation: generation, imageBytes: 5 << 20);
        Assert.Equal(0, (await client.ReadyAsync()).Status);
        Assert.Equal(0, (await client.SetUpAsync(LeRobotRig.Setup(generation))).Status);
        Assert.Equal(chunk, (await rig.AskAsync(client, observation, chunk)).Payload);
        Assert.Equal(["Ready", "SendPolicyInstructions", "SendObservations", "GetActions"], rig.Server.Methods);
        Assert.Equal(GrpcTestClient.Pieces(observation), rig.Server.Heard.ElementAt(2).Body);
        Assert.Equal((1, 3, 0), (rig.Counts.Requests, rig.Counts.Rows, rig.Counts.ChangedRows));
    }

    [Fact]
    public async Task Every_row_is_cut_in_the_copy_that_its_reader_takes_it_from_and_nothing_else_changes()
    {
        using LeRobotRig rig = new();
        using GrpcTestClient client = rig.Client();
        byte[] sent = LeRobotRig.Chunk(0, 0.05f, 0.9f, 0.9f);
        byte[] got = (await rig.AskAsync(client, LeRobotRig.Observation(0), sent)).Payload;
        Assert.Equal([0.05f, 0.05f], EmbeddedChunk.Row(got, 0, 3, 2));
        Assert.Equal(0.15f, EmbeddedChunk.Row(got, 1, 3, 2)[0], 1e-6);
        Assert.Equal(0.25f, EmbeddedChunk.Row(got, 2, 3, 2)[1], 1e-6);
        Assert.Equal(sent.Length, got.Length);
        Assert.InRange(sent.Zip(got).Count(pair => pair.First != pair.Second), 4, 16);
    }

    [Fact]
    public async Task Json_and_safetensors_are_cut_as_well()
    {
        using LeRobotRig rig = new();
        using GrpcTestClient client = rig.Client();
        GrpcTestReply reply = await rig.AskAsync(client, LeRobotRig.Observation(0, generation: PayloadGeneration.JsonSafetensors), LeRobotRig.JsonChunk(0, 0.05f, 0.9f));
        Assert.Equal(0.15, reply.Rows[2], 1e-6);
        Assert.True(reply.Rows[2] <= 0.15 + 1e-9);
    }

    [Fact]
    public async Task The_step_that_an_observation_names_tells_what_was_executed()
    {
        using LeRobotRig rig = new();
        using GrpcTestClient client = rig.Client();
        await rig.AskAsync(client, LeRobotRig.Observation(0), LeRobotRig.Chunk(0, 0.1f, 0.2f, 0.3f, 0.4f));

        // The arm lags behind: by its state it is at the first row, by its step it executed the third.
        GrpcTestReply reply = await rig.AskAsync(client, LeRobotRig.Observation(2, 0.1, 0.1), LeRobotRig.Chunk(2, 0.3f, 0.4f, 0.9f));
        Assert.Equal([0.3, 0.4, 0.5], reply.Rows.Where((_, i) => i % 2 == 0).Select(value => Math.Round(value, 5)));
    }

    [Fact]
    public async Task Wherever_the_client_goes_over_to_the_new_chunk_it_stays_within_the_step()
    {
        using LeRobotRig rig = new();
        using GrpcTestClient client = rig.Client();
        double[] before = (await rig.AskAsync(client, LeRobotRig.Observation(0), LeRobotRig.Chunk(0, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f))).Rows;
        GrpcTestReply reply = await rig.AskAsync(client, LeRobotRig.Observation(1, 0.2, 0.2), LeRobotRig.Chunk(1, 0.1f, 0f, -0.1f, -0.2f, -0.3f, -0.4f));
        double[] after = reply.Rows;
        for (int step = 1; step < 6; step++)
        {
            double old = before[2 * (step - 1)];
            Assert.InRange(Math.Abs(after[2 * (step - 1)] - old), 0, 0.1 + 1e-6);
            double mixed = (0.3 * before[2 * step]) + (0.7 * after[2 * (step - 1)]);
            Assert.InRange(Math.Abs(mixed - old), 0, 0.1 + 1e-6);
        }

        Assert.True(rig.Counts.ChangedRows > 0);
    }

    [Fact]
    public async Task In_shadow_nothing_is_changed_and_the_trailer_tells_what_would_have_been()
    {
        using LeRobotRig rig = new(options => options with { IsShadow = true, Annotates = true });
        using GrpcTestClient client = rig.Client();
        byte[] chunk = LeRobotRig.Chunk(0, 0.5f, 0.9f);
        GrpcTestReply reply = await rig.AskAsync(client, LeRobotRig.Observation(0), chunk);
        Assert.Equal(chunk, reply.Payload);
        Assert.Contains("clipped=2", reply.Annotation);
        Assert.Contains("shadow=1", reply.Annotation);
    }

    [Fact]
    public async Task Clients_show_the_token_in_their_metadata()
    {
        using LeRobotRig rig = new(options => options with { Token = "secret" });
        using GrpcTestClient without = rig.Client();
        Assert.Equal(16, (await without.ReadyAsync()).Status);
        using GrpcTestClient admitted = rig.Client("Bearer secret");
        Assert.Equal(0, (await admitted.ReadyAsync()).Status);
        Assert.Equal(["Ready"], rig.Server.Methods);
    }

    [Fact]
    public async Task What_is_no_call_of_the_service_is_unimplemented()
    {
        using LeRobotRig rig = new();
        using GrpcTestClient client = rig.Client();
        Assert.Equal(12, (await client.CallAsync("Fly", GrpcTestClient.Framed([]))).Status);
        byte[] compressed = GrpcTestClient.Framed([]);
        compressed[0] = 1;
        Assert.Equal(12, (await client.CallAsync("Ready", compressed)).Status);
        Assert.Empty(rig.Server.Heard);
        Assert.Equal(2, rig.Counts.ClientErrors);
    }

    [Fact]
    public async Task A_stop_outlives_the_connection()
    {
        using LeRobotRig rig = new(options => options with { Contract = options.Contract with { Mode = Core.Contract.GuardMode.Stop } });
        using (GrpcTestClient client = rig.Client())
        {
            await rig.AskAsync(client, LeRobotRig.Observation(0), LeRobotRig.Chunk(0, 0.9f));
        }

        using GrpcTestClient again = rig.Client();
        while ((await again.ReadyAsync()).Status == 8)
        {
            // The first one is on its way out.
        }

        GrpcTestReply reply = await rig.AskAsync(again, LeRobotRig.Observation(0), LeRobotRig.Chunk(0, 0.05f));
        Assert.Equal(0, reply.Rows[0]);
        Assert.Contains(rig.Events, happened => happened.Code == "RT217");
    }
}
