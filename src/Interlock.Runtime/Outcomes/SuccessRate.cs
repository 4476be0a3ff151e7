namespace Interlock.Runtime.Outcomes;

/// <summary>The success rate of all episodes and of the newest ones. Constant memory.</summary>
public sealed class SuccessRate
{
    private readonly EpisodeOutcome[] _window;
    private long _episodes;

    /// <summary>Begins without an episode.</summary>
    /// <param name="window">Newest episodes that <see cref="Recent"/> is about, 1 or more.</param>
    public SuccessRate(int window = 50)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        _window = new EpisodeOutcome[window];
    }

    /// <summary>All episodes.</summary>
    public SuccessCount Overall { get; private set; }

    /// <summary>The newest episodes, at most as many as the window holds.</summary>
    public SuccessCount Recent { get; private set; }

    /// <summary>Takes an episode in.</summary>
    public void Add(EpisodeOutcome outcome)
    {
        ref EpisodeOutcome slot = ref _window[_episodes % _window.Length];
        if (_episodes >= _window.Length)
        {
            Recent = Recent.Plus(slot, -1);
        }

        slot = outcome;
        _episodes++;
        Overall = Overall.Plus(outcome, 1);
        Recent = Recent.Plus(outcome, 1);
    }
}
