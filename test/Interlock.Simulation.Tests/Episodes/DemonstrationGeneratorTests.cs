using Interlock.Core.Episodes;
using Interlock.Simulation.Episodes;

namespace Interlock.Simulation.Tests.Episodes;

public sealed class DemonstrationGeneratorTests
{
    [Fact]
    public void Every_pass_gives_the_same_numbered_episodes()
    {
        DemonstrationGenerator generator = new(4, seed: 9);
        Episode[] first = [.. generator.ReadEpisodes()];
        Episode[] second = [.. generator.ReadEpisodes()];

        Assert.Equal([0, 1, 2, 3], first.Select(episode => episode.Index));
        Assert.Equal(first.Select(Hash), second.Select(Hash));
        Assert.Equal(4, first.Select(Hash).Distinct().Count());
    }

    [Fact]
    public void Another_seed_gives_other_episodes()
    {
        Assert.NotEqual(
            Hash(new DemonstrationGenerator(1, seed: 1).ReadEpisodes().Single()),
            Hash(new DemonstrationGenerator(1, seed: 2).ReadEpisodes().Single()));
    }

    [Fact]
    public void The_description_fits_the_episodes()
    {
        DemonstrationGenerator generator = new(1, seed: 1);
        Episode episode = generator.ReadEpisodes().Single();

        Assert.Equal(episode.ActionDimension, generator.Description.ActionChannels.Count);
        Assert.Equal(episode.ActionDimension, generator.Description.ActionUnits.Count);
        Assert.Equal(episode.StateDimension, generator.Description.StateChannels.Count);
        Assert.Equal(30, generator.Description.RateHz);
    }

    private static string Hash(Episode episode) => StateHash.Of(episode.Actions, episode.States!);
}
