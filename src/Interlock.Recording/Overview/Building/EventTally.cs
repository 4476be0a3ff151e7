namespace Interlock.Recording.Overview.Building;

/// <summary>Counts events by kind, code and channel, and keeps the first runs of each code.</summary>
internal sealed class EventTally
{
    // Repeats that the loop tells again and again while something lasts. Of the other kinds every one says something of its own.
    private static readonly HashSet<string> Repeating = ["intervention", "alarm", "fault", "watchdog"];

    private const long RunNs = 1_000_000_000;

    private readonly Dictionary<EventKey, int> _index = [];
    private readonly List<EventKey> _keys = [];
    private readonly List<long> _counts = [];
    private readonly List<EventRun?> _last = [];
    private readonly Dictionary<string, int> _ofCode = [];

    public IReadOnlyList<EventKey> Keys => _keys;

    public IReadOnlyList<long> Counts => _counts;

    public List<EventRun> Runs { get; } = [];

    public long Uncounted { get; private set; }

    public long Hidden { get; private set; }

    public void Add(EventKey key, long ns, long tick, double? value, double? limit)
    {
        if (!_index.TryGetValue(key, out int index))
        {
            index = _keys.Count;
            if (index == OverviewLimits.EventKeys)
            {
                Uncounted++;
                Hidden++;
                return;
            }

            _index.Add(key, index);
            _keys.Add(key);
            _counts.Add(0);
            _last.Add(null);
        }

        _counts[index]++;
        if (_last[index] is { } run && Math.Abs(ns - run.Ns) < RunNs && Repeating.Contains(key.Kind))
        {
            run.Count++;
            return;
        }

        Begin(index, new EventRun(index, ns, tick, value, limit));
    }

    private void Begin(int index, EventRun run)
    {
        string code = _keys[index].Code;
        int ofCode = _ofCode.GetValueOrDefault(code);
        if (ofCode == OverviewLimits.EventsOfACode || Runs.Count == OverviewLimits.Events)
        {
            // No run to add to: the next one is hidden as well.
            _last[index] = null;
            Hidden++;
            return;
        }

        _ofCode[code] = ofCode + 1;
        _last[index] = run;
        Runs.Add(run);
    }
}
