using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Identity;

public sealed class StatisticsWatchTests
{
    private const int Channels = 14;

    [Fact]
    public void An_array_that_is_changed_in_place_is_noticed()
    {
        double[] low = new double[Channels];
        Normaliser live = Entry(low);
        StatisticsWatch watch = new(live);

        Assert.True(watch.IsUnchanged(live));
        low[9] = -0.5;
        Assert.False(watch.IsUnchanged(live));
        low[9] = 0;
        Assert.True(watch.IsUnchanged(live));
    }

    [Fact]
    public void A_normaliser_that_took_the_place_of_the_first_is_noticed()
    {
        Normaliser live = Entry(new double[Channels]);
        StatisticsWatch watch = new(live);

        Assert.True(watch.IsUnchanged(Entry(new double[Channels])));
        Assert.False(watch.IsUnchanged(live with { Statistics = null }));
        Assert.False(watch.IsUnchanged(live with { Mask = new bool[Channels] }));
        Assert.Equal(StatisticsFingerprint.Of(live), watch.Fingerprint);
    }

    [Fact]
    public void Looking_again_allocates_nothing()
    {
        Normaliser live = Entry(new double[Channels]);
        StatisticsWatch watch = new(live);

        Assert.Equal(0, AllocatedBytes.Of(() => watch.IsUnchanged(live)));
    }

    private static Normaliser Entry(double[] low) => new()
    {
        Key = "aloha",
        Scheme = NormalisationScheme.Quantile,
        LowQuantile = 0.01,
        HighQuantile = 0.99,
        Statistics = new ActionStatistics
        {
            Channels = Channels,
            Quantiles = [new(0.01, low), new(0.99, [.. Enumerable.Range(1, Channels).Select(value => (double)value)])],
        },
    };
}
