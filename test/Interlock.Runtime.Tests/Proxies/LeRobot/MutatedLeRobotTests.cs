using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Policies.Wire.Lerobot;
using Interlock.Policies.Wire.Protobuf;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Proxies.LeRobot.Actions;
using Interlock.Runtime.Proxies.LeRobot.Grpc;
using Interlock.Runtime.Proxies.Serving;
using Xunit;

namespace Interlock.Runtime.Tests.Proxies.LeRobot;

/// <summary>Damaged calls in both directions: a finding, nothing, or actions within the contract. INTERLOCK_PROXY_MUTATIONS widens it.</summary>
public sealed class MutatedLeRobotTests
{
    private const int MostBytes = 8 << 20;

    private static readonly int Mutations = int.TryParse(Environment.GetEnvironmentVariable("INTERLOCK_PROXY_MUTATIONS"), out int count) ? count : 20_000;

    [Theory]
    [InlineData(PayloadGeneration.Pickle)]
    [InlineData(PayloadGeneration.JsonSafetensors)]
    public void Observations(PayloadGeneration generation)
    {
        using RobotSession robot = new(new ProxyContext(LeRobotRig.Options, TimeProvider.System), "test");
        TransferAssembler assembler = new(1 << 20);
        Mutate(11, GrpcTestClient.Pieces(LeRobotRig.Observation(3, 0.1, 0.2, generation)), body => robot.Observe(GrpcMessages.Payload(body, assembler)));
    }

    [Fact]
    public void Policy_instructions() => Mutate(12, GrpcTestClient.Framed(GrpcTestClient.Message(LeRobotRig.Setup())), body =>
        LerobotPayload.ReadPolicySetup(TransportMessage.ReadData(GrpcMessages.Only(body, "request"))));

    [Theory]
    [InlineData(PayloadGeneration.Pickle)]
    [InlineData(PayloadGeneration.JsonSafetensors)]
    public void Chunks(PayloadGeneration generation)
    {
        using RobotSession robot = new(new ProxyContext(LeRobotRig.Options, TimeProvider.System), "test");
        byte[] observation = LeRobotRig.Observation(0, generation: generation);
        byte[] chunk = generation == PayloadGeneration.Pickle ? LeRobotRig.Chunk(0, 0.1f, 0.2f, 0.3f) : LeRobotRig.JsonChunk(0, 0.1f, 0.2f, 0.3f);
        Mutate(13, GrpcTestClient.Framed(GrpcTestClient.Message(chunk)), body =>
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

    private static void Mutate(ulong seed, byte[] good, Action<byte[]> take)
    {
        take([.. good]);
        SeededRandom random = new(seed);
        int refused = 0;
        for (int i = 0; i < Mutations; i++)
        {
            byte[] bad = Mutation.Of(good, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                take(bad);
            }
            catch (DiagnosticException failure)
            {
                refused++;
                Assert.Matches("^(PO|RT|GD)[0-9]{3}$", failure.Diagnostics[0].Code);
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        }

        Assert.InRange(refused, Mutations / 20, Mutations);
    }
}
