using Interlock.Core.Randomness;

namespace Interlock.Guard.Tests.Monitors;

/// <summary>Made-up episodes, one array per step.</summary>
internal static class Episodes
{
    public static double[][] Of(int steps, Func<int, double[]> action) => [.. Enumerable.Range(0, steps).Select(action)];

    public static double[][] Line(int steps, int channels = 1) => Of(steps, t => [.. Enumerable.Range(1, channels).Select(j => 0.1 * j * t)]);

    public static double[][] Zigzag(int steps, int channels = 1) => Of(steps, t => [.. Enumerable.Repeat(t % 2 == 0 ? 0.0 : 1.0, channels)]);

    public static double[][] Freeze(int steps, int channels = 1) => Of(steps, _ => [.. Enumerable.Repeat(0.3, channels)]);

    /// <summary>Sines with noise, pauses and an offset: something of everything.</summary>
    public static double[][] Random(ulong seed, int steps, int channels)
    {
        SeededRandom random = new(seed);
        double noise = random.NextInt(3) * 0.05;
        double offset = random.NextInt(2) * 100;
        double[] state = [.. Enumerable.Range(0, channels).Select(_ => offset + random.NextNormal())];
        return Of(steps, t =>
        {
            bool paused = random.NextInt(8) == 0;
            for (int j = 0; j < channels && !paused; j++)
            {
                state[j] += (0.1 * Math.Sin(0.2 * (j + 1) * t)) + (noise * random.NextNormal());
            }

            return [.. state];
        });
    }

    public static double[][] Motions(double[][] actions) =>
        [.. actions.Skip(1).Select((action, t) => action.Zip(actions[t], (now, before) => now - before).ToArray())];
}
