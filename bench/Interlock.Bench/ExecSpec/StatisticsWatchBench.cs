using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;

namespace Interlock.Bench.ExecSpec;

/// <summary>What it costs to hash live statistics again while a policy runs.</summary>
internal sealed class StatisticsWatchBench(TimeProvider clock)
{
    private const int Channels = 14;
    private const int CountedLooks = 10_000;

    private readonly Normaliser _live = DecodeFixture.Quantiles(Channels, LibraryArithmetic.OpenVla);

    /// <summary>Median time of one look.</summary>
    public double MedianNs()
    {
        StatisticsWatch watch = new(_live);
        return new StepTimer(clock).MedianNs(_ => watch.IsUnchanged(_live));
    }

    /// <summary>Bytes that one look allocates.</summary>
    public double BytesPerLook()
    {
        StatisticsWatch watch = new(_live);
        watch.IsUnchanged(_live);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < CountedLooks; i++)
        {
            watch.IsUnchanged(_live);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)CountedLooks;
    }

    public static void Run(TextWriter output, TimeProvider clock)
    {
        StatisticsWatchBench bench = new(clock);
        output.WriteLine($"one look at statistics of {Channels} channels: {bench.MedianNs():0} ns, {bench.BytesPerLook()} bytes");
    }
}
