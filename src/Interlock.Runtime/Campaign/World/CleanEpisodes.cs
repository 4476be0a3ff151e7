using Interlock.Core.Episodes;
using Interlock.Core.Randomness;

namespace Interlock.Runtime.Campaign.World;

/// <summary>What the guard sees of a healthy policy, one episode per seed: the demonstrations that its alarms learn from.</summary>
internal sealed class CleanEpisodes : IEpisodeSource
{
    private const int LatestPauseTicks = 250;

    private readonly Episode[] _episodes;

    /// <param name="count">Episodes.</param>
    /// <param name="ticks">Length of each.</param>
    /// <param name="seed">Of their seeds.</param>
    /// <param name="cancellation">Between episodes.</param>
    public CleanEpisodes(int count, int ticks, ulong seed, CancellationToken cancellation)
    {
        SeededRandom seeds = new(seed);
        ulong[] each = [.. Enumerable.Range(0, count).Select(_ => seeds.NextBits())];
        _episodes = new Episode[count];
        // Each episode has a cell of its own; only their order in the array matters.
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, index => _episodes[index] = Run(index, ticks, each[index]));
        using CampaignCell cell = new(null, seed, records: false);
        Description = new EpisodeSourceDescription
        {
            Location = "the campaign's own policy",
            Format = "simulation",
            RateHz = CampaignContract.ControlHz,
            ActionChannels = [.. cell.Contract.Channels.Select(channel => channel.Name)],
            ActionUnits = [.. cell.Contract.Channels.Select(channel => channel.Unit)],
        };
    }

    public EpisodeSourceDescription Description { get; }

    public IEnumerable<Episode> ReadEpisodes() => _episodes;

    private static Episode Run(int index, int ticks, ulong seed)
    {
        using CampaignCell cell = new(null, seed, records: false);
        List<double> actions = [];
        cell.AfterTick = () => actions.AddRange(cell.Loop.Planner.PlanStep is null ? [] : cell.Loop.Planner.Action);
        CellOperator.Start(cell);
        if (index % 2 == 1)
        {
            // A stretch after a pause begins in the middle of the motion: healthy as well.
            CellOperator.Pause(cell, afterTicks: new SeededRandom(seed).NextInt(LatestPauseTicks));
            actions.Clear();
            CellOperator.LetGoOn(cell);
        }

        while (actions.Count < ticks * cell.Guard.ChannelCount)
        {
            cell.Tick();
        }

        return new Episode { Index = index, Length = ticks, Actions = [.. actions], ActionDimension = cell.Guard.ChannelCount };
    }
}
