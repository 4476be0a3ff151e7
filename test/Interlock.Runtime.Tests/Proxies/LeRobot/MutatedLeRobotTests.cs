using Interlock.Policies.Wire.Lerobot;
using Interlock.Policies.Wire.Protobuf;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Proxies.LeRobot.Actions;
using Interlock.Runtime.Proxies.LeRobot.Grpc;
using Interlock.Runtime.Proxies.Serving;
using Xunit;

namespace Interlock.Runtime.Tests.Proxies.LeRobot;

/// <summary>Damaged calls in both directions: a finding, nothing, or actions within the contract.</summary>
public sealed class MutatedLeRobotTests
{
    [Theory]
    [InlineData(PayloadGeneration.Pickle)]
    [InlineData(PayloadGeneration.JsonSafetensors)]
    public void Observations(PayloadGeneration generation)
    {
        using RobotSession robot = new(new ProxyContext(LeRobotRig.Options, TimeProvider.System), "test");
        TransferAssembler assembler = new(1 << 20);
        Mutations.Try(11, GrpcTestClient.Pieces(LeRobotRig.Observation(3, 0.1, 0.2, generation)), body => robot.Observe(GrpcMessages.Payload(body, assembler)));
    }

    [Fact]
    public void Policy_instructions() => Mutations.Try(12, GrpcTestClient.Framed(GrpcTestClient.Message(LeRobotRig.Setup())), body =>
        LerobotPayload.ReadPolicySetup(TransportMessage.ReadData(GrpcMessages.Only(body, "request"))));

    [Theory]
    [InlineData(PayloadGeneration.Pickle)]
    [InlineData(PayloadGeneration.JsonSafetensors)]
    public void Chunks(PayloadGeneration generation)
    {
        using RobotSession robot = new(new ProxyContext(LeRobotRig.Options, TimeProvider.System), "test");
        byte[] observation = LeRobotRig.Observation(0, generation: generation);
        byte[] chunk = generation == PayloadGeneration.Pickle ? LeRobotRig.Chunk(0, 0.1f, 0.2f, 0.3f) : LeRobotRig.JsonChunk(0, 0.1f, 0.2f, 0.3f);
        Mutations.Try(13, GrpcTestClient.Framed(GrpcTestClient.Message(chunk)), body =>
        {
            robot.Restart();
            robot.Observe(observation);
            ReadOnlyMemory<byte> payload = TransportMessage.ReadData(GrpcMessages.Only(body, "reply"));
            if (!payload.IsEmpty && robot.Guard(payload) is not null)
            {
                AssertInside(LerobotPayload.ReadActions(payload));
            }
        });
    }

    private static void AssertInside(IReadOnlyList<TimedAction> actions)
    {
        const double Rounding = 1e-6;
        double[] row = new double[2];
        double[] before = [0, 0];
        foreach (TimedAction action in actions)
        {
            action.Action.CopyTo(row);
            for (int i = 0; i < 2; i++)
            {
                Assert.InRange(row[i], -1, 1);
                Assert.InRange(Math.Abs(row[i] - before[i]), 0, 0.1 + Rounding);
                before[i] = row[i];
            }
        }
    }
}
