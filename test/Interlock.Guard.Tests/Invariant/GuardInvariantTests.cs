using Interlock.Core.Contract;
using Interlock.Core.Randomness;

namespace Interlock.Guard.Tests.Invariant;

/// <summary>
/// The invariant of design §4: whatever comes in, what goes out is finite, inside the bounds, within every rate limit of the previous
/// command, and never closer to a bound than the robot can stop.
/// </summary>
public sealed class GuardInvariantTests
{
    /// <summary>Trajectories in the suite; ruckig's population.</summary>
    private const int Trajectories = 262_144;

    private const int Steps = 14;

    /// <summary>Steps after which every random contract has come to rest from its top speed.</summary>
    private const int StopSteps = 4096;

    [Fact]
    public void Every_command_keeps_every_limit_whatever_comes_in()
    {
        int broken = 0;
        string first = string.Empty;
        Parallel.For(0, Trajectories, new ParallelOptions { MaxDegreeOfParallelism = 2 }, index =>
        {
            if (Run((ulong)index, Steps) is { } message && Interlocked.Increment(ref broken) == 1)
            {
                first = $"trajectory {index}: {message}";
            }
        });

        Assert.True(broken == 0, $"{broken} of {Trajectories}; first: {first}");
    }

    [Fact]
    public void A_requested_stop_comes_to_rest_inside_every_limit()
    {
        for (ulong index = 0; index < 4_000; index++)
        {
            string? message = Run(index, 40, stopAtEnd: true);
            Assert.True(message is null, $"trajectory {index}: {message}");
        }
    }

    internal static string? Run(ulong index, int steps, bool stopAtEnd = false)
    {
        SeededRandom random = new(0x5EED_0000_0000 + index);
        SafetyContract contract = RandomContract.Next(random);
        ActionGuard guard = new(contract, new ActionGuardOptions { WithoutMonitors = true });
        HostileStream stream = new(contract, random);
        LimitOracle oracle = new(contract);
        double[] measured = [.. contract.Channels.Select(channel => random.NextDouble(channel.Min ?? -5, channel.Max ?? 5))];
        if (random.NextInt(4) == 0)
        {
            measured = [];
        }

        oracle.Begin(RestOf(contract, measured));
        guard.BeginEpisode(measured);
        double[] action = new double[guard.ChannelCount];
        double[] sent = new double[guard.ChannelCount];
        for (int step = 0; step < steps; step++)
        {
            stream.Next(action);
            StepResult result = guard.Step(action, sent);
            if (result.HasCommand && oracle.Check(sent) is { } message)
            {
                return $"step {step}: {message}";
            }

            if (result.IsLatched)
            {
                return $"step {step}: latched {guard.LatchCode}";
            }
        }

        return stopAtEnd ? Stop(guard, oracle, action, sent) : null;
    }

    /// <summary>What "at rest where it was measured" means for a command: the position, or a rate of zero.</summary>
    private static double[] RestOf(SafetyContract contract, double[] measured) =>
        [.. measured.Select((value, i) => LimitOracle.IsRate(contract, contract.Channels[i]) ? 0 : value)];

    private static string? Stop(ActionGuard guard, LimitOracle oracle, double[] action, double[] sent)
    {
        guard.RequestStop();
        double[] before = new double[sent.Length];
        for (int step = 0; step < StopSteps; step++)
        {
            sent.CopyTo(before, 0);
            StepResult result = guard.Step(action, sent);
            if (result.HasCommand && oracle.Check(sent) is { } message)
            {
                return $"stop step {step}: {message}";
            }

            if (step > 0 && sent.AsSpan().SequenceEqual(before))
            {
                return null;
            }
        }

        return "never came to rest";
    }
}
