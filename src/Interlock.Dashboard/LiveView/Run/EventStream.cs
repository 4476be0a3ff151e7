using Interlock.Dashboard.Web.Answers;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>
/// What happened, as browsers are told it. What the loop says again and again while something lasts is told once a second, and then how often
/// it was: a page would drown in a thousand of them. Not thread-safe.
/// </summary>
internal sealed class EventStream
{
    private const int MostEvents = 1000;
    private const int MostKinds = 4096;
    private const double RepeatS = 1;

    // As the overview of a recording merges them.
    private static readonly HashSet<string> Repeating = ["intervention", "alarm", "fault", "watchdog"];

    private readonly RecentItems<EventAnswer> _told = new(MostEvents);
    private readonly Dictionary<(string Kind, string Code, string? Channel), (EventAnswer First, long Repeats)> _lasting = [];

    public long End => _told.End;

    public void Add(EventAnswer happened)
    {
        (string Kind, string Code, string? Channel) key = (happened.Kind, happened.Code, happened.Channel);
        if (!Repeating.Contains(happened.Kind) || (_lasting.Count >= MostKinds && !_lasting.ContainsKey(key)))
        {
            Tell(happened);
        }
        else if (_lasting.TryGetValue(key, out (EventAnswer First, long Repeats) lasting) && Math.Abs(happened.T - lasting.First.T) < RepeatS)
        {
            _lasting[key] = (lasting.First, lasting.Repeats + (happened == lasting.First ? 0 : 1));
        }
        else
        {
            TellRepeats(lasting);
            _lasting[key] = (happened, 0);
            Tell(happened);
        }
    }

    /// <summary>Tells the repeats of what is over.</summary>
    public void Settle(double t)
    {
        foreach ((var key, (EventAnswer First, long Repeats) lasting) in _lasting.Where(pair => t - pair.Value.First.T >= RepeatS).ToArray())
        {
            TellRepeats(lasting);
            _lasting.Remove(key);
        }
    }

    public IReadOnlyList<EventAnswer> Since(long number) => _told.Since(number);

    /// <summary>Everything that is kept, each with its repeats.</summary>
    public IReadOnlyList<EventAnswer> All() =>
        [.. _told.All.GroupBy(told => (told.T, told.Kind, told.Code, told.Channel)).Select(same => same.First() with { Count = same.Sum(told => told.Count) })];

    private void TellRepeats((EventAnswer? First, long Repeats) lasting)
    {
        if (lasting is { First: { } first, Repeats: > 0 })
        {
            Tell(first with { Count = lasting.Repeats });
        }
    }

    // After a new connection the feed tells its newest again.
    private void Tell(EventAnswer happened)
    {
        if (_told.Newest is not { } newest || happened.T > newest.T || !_told.All.Contains(happened))
        {
            _told.Add(happened);
        }
    }
}
