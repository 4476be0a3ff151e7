using Interlock.Runtime.Clock;

namespace Interlock.Bench.Loop;

/// <summary>How late ticks of 1 kHz begin on this machine, with and without a fixed priority, with and without spinning before the deadline.</summary>
internal static class PacingBench
{
    public const int DefaultSeconds = 10;
    private const int RateHz = 1000;
    private static readonly long[] SpinsNs = [0, 60_000, 150_000];

    public static void Run(TextWriter output, int seconds)
    {
        output.WriteLine("priority    spin us   p50 us   p99 us  p99.9 us    max us  missed  of");
        foreach (bool isRealTime in new[] { false, true })
        {
            foreach (long spinNs in SpinsNs)
            {
                OnOwnThread(() => output.WriteLine(Measure(isRealTime, spinNs, seconds)));
            }
        }
    }

    private static string Measure(bool isRealTime, long spinNs, int seconds)
    {
        if (isRealTime && RealTimePriority.TryRaise() is { } refusal)
        {
            return $"SCHED_FIFO  {spinNs / 1000,7}   not permitted: {refusal}";
        }

        using MonotonicClock clock = new(spinNs);
        Pacer pacer = new(clock, RateHz);
        double[] lateUs = new double[seconds * RateHz];
        pacer.Start();
        for (int i = 0; i < lateUs.Length; i++)
        {
            pacer.WaitForTick();

            // A tick that came after a missed one is as late as the first of the missed.
            lateUs[i] = (pacer.LatenessNs / 1e3) + (pacer.MissedBeforeThisTick * pacer.PeriodNs / 1e3);
        }

        Array.Sort(lateUs);
        double At(double share) => lateUs[(int)(share * (lateUs.Length - 1))];
        return $"{(isRealTime ? "SCHED_FIFO" : "ordinary"),-10}  {spinNs / 1000,7}  {At(0.5),7:0.0}  {At(0.99),7:0.0}  {At(0.999),8:0.0}  {lateUs[^1],8:0.0}  {pacer.MissedTicks,6}  {lateUs.Length}";
    }

    // A priority stays with its thread.
    private static void OnOwnThread(Action work)
    {
        Thread thread = new(() => work());
        thread.Start();
        thread.Join();
    }
}
