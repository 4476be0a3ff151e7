using Interlock.Runtime.Proxies;
using Xunit;

namespace Interlock.Runtime.Tests.Proxies.LeRobot;

public sealed class LeRobotSharingTests
{
    [Fact]
    public async Task The_server_belongs_to_the_client_that_came_first_until_it_goes()
    {
        using LeRobotRig rig = new();
        GrpcTestClient first = rig.Client();
        using GrpcTestClient second = rig.Client();
        await first.ReadyAsync();
        foreach (GrpcTestReply refused in new[] { await second.ReadyAsync(), await second.SetUpAsync(LeRobotRig.Setup()), await second.ObserveAsync(LeRobotRig.Observation(0)), await second.ActionsAsync() })
        {
            Assert.Equal(8, refused.Status);
            Assert.Contains("RT219", refused.Words);
        }

        Assert.Equal(["Ready"], rig.Server.Methods);
        first.Dispose();
        GrpcTestReply admitted;
        do
        {
            admitted = await second.ObserveAsync(LeRobotRig.Observation(0));
        }
        while (admitted.Status == 8);

        // What the first one left behind is forgotten before the second is heard.
        Assert.Equal(["Ready", "Ready", "SendObservations"], rig.Server.Methods);
    }

    [Fact]
    public async Task A_chunk_for_somebody_else_or_a_second_one_reaches_nobody()
    {
        using LeRobotRig rig = new();
        using GrpcTestClient client = rig.Client();
        rig.Server.Chunk = () => LeRobotRig.Chunk(7, 0.05f);
        Assert.Empty((await client.ActionsAsync()).Payload);
        byte[] chunk = LeRobotRig.Chunk(0, 0.05f);
        Assert.Equal(chunk, (await rig.AskAsync(client, LeRobotRig.Observation(0), chunk)).Payload);
        Assert.Empty((await client.ActionsAsync()).Payload);
        byte[] otherClock = EmbeddedChunk.Pickle([[0.05f, 0.05f]], 1, 99);
        Assert.Empty((await rig.AskAsync(client, LeRobotRig.Observation(1), otherClock)).Payload);
        Assert.Equal(3, rig.Events.Count(happened => happened.Code == "RT220"));
        Assert.Equal(1, rig.Counts.Requests);
    }

    [Fact]
    public async Task A_late_answer_to_an_older_observation_does_not_undo_a_newer_one()
    {
        using LeRobotRig rig = new();
        using GrpcTestClient client = rig.Client();
        await client.ObserveAsync(LeRobotRig.Observation(0));
        byte[] newer = LeRobotRig.Chunk(1, 0.05f);
        Assert.Equal(newer, (await rig.AskAsync(client, LeRobotRig.Observation(1), newer)).Payload);
        rig.Server.Chunk = () => LeRobotRig.Chunk(0, 0.05f);
        Assert.Empty((await client.ActionsAsync()).Payload);
    }

    [Fact]
    public async Task An_observation_may_be_sent_while_actions_are_waited_for()
    {
        using LeRobotRig rig = new();
        using GrpcTestClient client = rig.Client();
        await client.ReadyAsync();
        TaskCompletionSource observed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        byte[] chunk = LeRobotRig.Chunk(3, 0.05f);
        rig.Server.Chunk = () => chunk;
        rig.Server.Instead = async (method, _) =>
        {
            if (method == "SendObservations")
            {
                observed.SetResult();
            }

            await (method == "GetActions" ? observed.Task : Task.CompletedTask);
            return false;
        };
        Task<GrpcTestReply> asked = client.ActionsAsync();
        Assert.Equal(0, (await client.ObserveAsync(LeRobotRig.Observation(3))).Status);
        Assert.Equal(chunk, (await asked).Payload);
    }
}
