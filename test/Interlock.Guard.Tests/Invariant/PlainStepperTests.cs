using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Core.Units;
using Interlock.Guard.Interventions;

namespace Interlock.Guard.Tests.Invariant;

/// <summary>The guard, which takes several channels at a time, against the plain account of what it has to do.</summary>
public sealed class PlainStepperTests
{
    private const int Contracts = 400;
    private const int Steps = 250;
    private const int MostChannels = 17;

    [Fact]
    public void A_hundred_thousand_steps_are_those_of_the_plain_account_to_the_bit_and_for_the_same_reasons()
    {
        HashSet<string> met = [];
        for (ulong index = 0; index < Contracts; index++)
        {
            SeededRandom random = new(0x9A1D_0000 + index);
            SafetyContract contract = Contract(random);
            ActionGuard guard = new(contract, new ActionGuardOptions { WithoutMonitors = true });
            PlainStepper plain = new(contract);
            double[] start = [.. contract.Channels.Select(channel => random.NextDouble(channel.Min ?? -1, channel.Max ?? 1))];
            guard.BeginEpisode(start);
            plain.Begin(start);
            double[] sent = new double[start.Length];
            for (int step = 0; step < Steps; step++)
            {
                double[] action = Action(random, contract, step, sent);
                double[] expected = plain.Step(action);
                StepResult result = guard.Step(action, sent);
                Assert.True(AreSame(expected, sent), $"contract {index}, step {step}: {string.Join(' ', sent)} and not {string.Join(' ', expected)}");
                Assert.Equal(plain.Codes, Codes(guard));
                Assert.Equal(ClipFraction(contract, action, expected), result.ClipFraction);
                met.UnionWith(plain.Codes.Select(item => item.Code));
            }
        }

        string[] all = [GuardCodes.Bound, GuardCodes.Velocity, GuardCodes.Acceleration, GuardCodes.StoppingDistance, GuardCodes.SoftLimit, GuardCodes.PathSlowed];
        Assert.Equal(all.Order(), met.Order());
    }

    /// <summary>A third of the robots have acceleration limits nowhere, a third everywhere, a third on some channels.</summary>
    private static SafetyContract Contract(SeededRandom random)
    {
        int accelerating = random.NextInt(3);
        return new SafetyContract
        {
            Name = "plain",
            RateHz = 30,
            RateLimiting = random.NextInt(3) == 0 ? RateLimiting.PathConsistent : RateLimiting.PerChannel,
            Channels = [.. Enumerable.Range(0, 1 + random.NextInt(MostChannels)).Select(i =>
                Channel(random, i, accelerating == 1 || (accelerating == 2 && random.NextInt(2) == 0)))],
        };
    }

    private static ChannelContract Channel(SeededRandom random, int index, bool accelerates)
    {
        double centre = random.NextInt(2) == 0 ? 0 : random.NextDouble(-3, 3);
        double half = random.NextDouble(0.5, 2);
        bool soft = random.NextInt(4) == 0;
        double velocity = random.NextDouble(0.5, 4);
        return new ChannelContract
        {
            Name = $"c{index}",
            Unit = ChannelUnit.Radian,
            Role = random.NextInt(8) == 0 ? ChannelRole.Gripper : ChannelRole.Joint,
            Min = centre - half,
            Max = centre + half,
            SoftMin = soft ? centre - (half * 0.8) : null,
            SoftMax = soft ? centre + (half * 0.8) : null,
            MaxVelocity = velocity,
            MaxAcceleration = accelerates ? velocity * random.NextDouble(1, 20) : null,
        };
    }

    /// <summary>Smooth motion that overshoots the bounds, jumps, repeats of the last command, and noughts of both signs.</summary>
    private static double[] Action(SeededRandom random, SafetyContract contract, int step, double[] last)
    {
        int kind = random.NextInt(12);
        return [.. contract.Channels.Select((channel, i) =>
        {
            double centre = (channel.Min!.Value + channel.Max!.Value) / 2;
            double half = channel.Max.Value - centre;
            return kind switch
            {
                0 => random.NextDouble(-10, 10),
                1 => last[i],
                2 => random.NextInt(2) == 0 ? -0.0 : 0.0,
                3 => random.NextInt(2) == 0 ? channel.Max.Value : channel.Min.Value,
                _ => centre + (1.3 * half * Math.Sin(step * 0.05 * (1 + (i % 3)))),
            };
        })];
    }

    private static double ClipFraction(SafetyContract contract, double[] action, double[] safe) =>
        contract.Channels.Select((channel, i) => Math.Abs(action[i] - safe[i]) * (1 / (channel.Max!.Value - channel.Min!.Value))).Max();

    private static bool AreSame(double[] a, double[] b) =>
        a.Select(BitConverter.DoubleToInt64Bits).SequenceEqual(b.Select(BitConverter.DoubleToInt64Bits));

    private static List<(int Channel, string Code)> Codes(ActionGuard guard)
    {
        List<(int, string)> codes = [];
        foreach (ref readonly Intervention item in guard.LastInterventions)
        {
            codes.Add((item.Channel, item.Code));
        }

        return codes;
    }
}
