using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Runtime.Proxies.LeRobot.Actions;
using Xunit;

namespace Interlock.Runtime.Tests.Proxies.LeRobot;

public sealed class StepCorridorTests
{
    private const double Step = 0.1;
    private const int Rows = 12;

    private static readonly SafetyContract Contract = new()
    {
        Name = "one",
        RateHz = 30,
        Space = ActionSpace.JointPosition,
        Channels = [new ChannelContract { Name = "a", Min = -1, Max = 1, MaxStep = Step }],
    };

    [Fact]
    public void Rows_at_the_limit_stay_as_they_are()
    {
        StepCorridor corridor = new(Contract);
        corridor.Add([0.125, 0.225], 4);
        Assert.Equal([0.225, 0.325], Confined(corridor, [0.225, 0.325], 5));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(1.0)]
    public void Whenever_chunks_arrive_and_however_they_are_mixed_the_client_stays_within_the_step(double weight)
    {
        for (ulong seed = 1; seed <= 200; seed++)
        {
            Drive(weight, new SeededRandom(seed));
        }
    }

    // LeRobot's client: rows up to the step executed last are thrown away, those of both chunks are mixed, the rest of the older chunk is forgotten.
    private static void Drive(double weight, SeededRandom random)
    {
        StepCorridor corridor = new(Contract);
        Dictionary<long, double> queue = [];
        double executed = 0;
        long step = -1;
        for (int chunk = 0; chunk < 8; chunk++)
        {
            long observed = Math.Max(step, 0);
            double[] rows = Guarded(corridor, observed, executed, random);
            for (int late = random.NextInt(4); late > 0 && queue.ContainsKey(step + 1); late--)
            {
                executed = Execute(queue[++step], executed);
            }

            queue = Enumerable.Range(0, Rows).Where(i => observed + i > step).ToDictionary(
                i => observed + i, i => queue.TryGetValue(observed + i, out double old) ? ((1 - weight) * old) + (weight * rows[i]) : rows[i]);
            for (int taken = 1 + random.NextInt(6); taken > 0 && queue.ContainsKey(step + 1); taken--)
            {
                executed = Execute(queue[++step], executed);
            }
        }
    }

    private static double Execute(double next, double executed)
    {
        Assert.InRange(Math.Abs(next - executed), 0, Step * (1 + 1e-9));
        return next;
    }

    private static double[] Confined(StepCorridor corridor, double[] rows, long first)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            corridor.Confine(rows.AsSpan(i, 1), first + i);
        }

        return rows;
    }

    // What the guard does after the corridor: each row within a step of the row before it.
    private static double[] Guarded(StepCorridor corridor, long first, double executed, SeededRandom random)
    {
        double[] rows = Confined(corridor, [.. Enumerable.Range(0, Rows).Select(_ => (2 * random.NextDouble()) - 1)], first);
        double before = executed;
        for (int i = 0; i < Rows; i++)
        {
            before = rows[i] = Math.Clamp(rows[i], before - Step, before + Step);
        }

        corridor.Add(rows, first);
        return rows;
    }
}
