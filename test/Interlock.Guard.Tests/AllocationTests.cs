using System.Text.Json;
using Interlock.Core.Contract;
using Interlock.Core.Randomness;

namespace Interlock.Guard.Tests;

/// <summary>The hot path allocates nothing after warm-up, whatever happens on it.</summary>
public sealed class AllocationTests
{
    private const int Warm = 2_000;
    private const int Measured = 20_000;

    [Theory]
    [InlineData(GuardMode.Clip)]
    [InlineData(GuardMode.Monitor)]
    [InlineData(GuardMode.Stop)]
    public void A_guard_step_with_every_monitor_allocates_nothing(GuardMode mode)
    {
        ChannelContract[] channels = [.. Enumerable.Range(0, 7).Select(i => Arms.Joint($"j{i}") with { MaxAcceleration = 20 })];
        ActionGuard guard = new(Arms.Of(channels) with
        {
            Mode = mode,
            Watchdog = new Watchdog(200),
            Escalation = new Escalation(0.5, 10, StopReaction.Hold),
            SpeedNorms = [new SpeedNorm(["j0", "j1"], 0.8)],
        });
        double[] actions = Stream(7, 512);
        Run(guard, actions, Warm);

        long bytes = AllocatedBytes.Of(() => Run(guard, actions, Measured));

        Assert.InRange((double)bytes / Measured, 0, BudgetBytesPerStep());
    }

    /// <summary>Budgets are data: <c>bench/budgets.json</c>.</summary>
    private static double BudgetBytesPerStep()
    {
        using JsonDocument budgets = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "bench", "budgets.json")));
        return budgets.RootElement.GetProperty("budgets").EnumerateArray()
            .Single(budget => budget.GetProperty("name").GetString() == "guard_step_7_bytes").GetProperty("limit").GetDouble();
    }

    private static void Run(ActionGuard guard, double[] actions, int steps)
    {
        Span<double> safe = stackalloc double[7];
        for (int step = 0; step < steps; step++)
        {
            int row = step % (actions.Length / 7);
            if (row == 0)
            {
                guard.ResetLatch();
                guard.BeginEpisode(actions.AsSpan(0, 7));
            }

            if (row % 16 == 0)
            {
                guard.BeginChunk(actions.AsSpan(row * 7, 7 * 16));
            }

            guard.Step(actions.AsSpan(row * 7, 7), new StepInput { AgeMs = row % 50, LatencyMs = 12 }, safe);
        }
    }

    /// <summary>Smooth motion with noise, jumps and now and then a NaN.</summary>
    private static double[] Stream(int width, int rows)
    {
        SeededRandom random = new(3);
        double[] actions = new double[width * rows];
        for (int i = 0; i < actions.Length; i++)
        {
            double smooth = Math.Sin((i / width * 0.05) + (i % width));
            actions[i] = random.NextInt(200) == 0 ? double.NaN : smooth + (random.NextInt(30) == 0 ? 0.5 : 0.01 * random.NextNormal());
        }

        // The state of the first row anchors the episode.
        Array.Clear(actions, 0, width);
        return actions;
    }
}
