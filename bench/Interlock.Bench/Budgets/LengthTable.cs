using Interlock.Cli.Verbs.Profile;
using Interlock.Guard;

namespace Interlock.Bench.Budgets;

/// <summary>What one endless episode costs: time of a step, time of a summary and live memory from a thousand to ten million steps.</summary>
internal static class LengthTable
{
    private const double NsPerS = 1e9;
    private const int Channels = 7;
    private const long WarmSteps = 2_000_000;
    private const long SampleSteps = 1_000;
    private static readonly long[] Lengths = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

    public static void Run(TextWriter output, TimeProvider clock)
    {
        new OneEpisode(ProfiledGuard.Full(Channels), clock).MeanNs(WarmSteps);
        ActionGuard guard = ProfiledGuard.Full(Channels);
        OneEpisode episode = new(guard, clock);
        output.WriteLine("     steps  ns/step  summary ns  live bytes");
        long done = 0;
        foreach (long length in Lengths)
        {
            episode.MeanNs(length - done - SampleSteps + (done == 0 ? SampleSteps : 0));
            double step = episode.MeanNs(SampleSteps);
            done = length;
            output.WriteLine($"{length,10}  {step,7:0}  {SummaryNs(guard, clock),10:0}  {GC.GetTotalMemory(forceFullCollection: true),10}");
        }
    }

    private static double SummaryNs(ActionGuard guard, TimeProvider clock)
    {
        double best = double.PositiveInfinity;
        for (int i = 0; i < 200; i++)
        {
            long start = clock.GetTimestamp();
            guard.EpisodeSummary();
            best = Math.Min(best, (clock.GetTimestamp() - start) * NsPerS / clock.TimestampFrequency);
        }

        return best;
    }
}
