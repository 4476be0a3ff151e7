using Interlock.Policies.Scheduling;

namespace Interlock.Policies.Tests.Scheduling;

/// <summary>Short ways to schedulers and chunks of one channel.</summary>
internal static class Plans
{
    public static ChunkScheduleOptions SameRate { get; } = new() { PolicyRateHz = 30, ControlRateHz = 30 };

    public static ChunkScheduler Of(ChunkScheduleOptions options, int dimension = 1, int maxRows = 64)
    {
        ChunkScheduler scheduler = new(options, dimension, maxRows);
        scheduler.BeginEpisode();
        return scheduler;
    }

    public static ChunkSplice Give(this ChunkScheduler scheduler, long observedAtStep, params double[] rows) =>
        scheduler.Accept(rows, rows.Length, observedAtStep);

    public static double Step(this ChunkScheduler scheduler, double steps = 1)
    {
        double[] action = [double.NegativeInfinity];
        scheduler.Next(steps, action);
        return action[0];
    }

    public static double[] Run(this ChunkScheduler scheduler, int ticks, double steps = 1) =>
        [.. Enumerable.Range(0, ticks).Select(_ => scheduler.Step(steps))];

    public static double[] Ahead(this ChunkScheduler scheduler, int rows)
    {
        double[] samples = new double[rows];
        int count = scheduler.PeekAhead(scheduler.NextStep == 0 ? 0 : scheduler.StepsToNextRow, 1, samples);
        return samples[..count];
    }
}
