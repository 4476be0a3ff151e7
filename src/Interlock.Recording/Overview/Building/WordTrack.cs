using System.Globalization;

namespace Interlock.Recording.Overview.Building;

/// <summary>Steps and spans of one discrete word.</summary>
internal sealed class WordTrack(string name, IReadOnlyList<string> layout, long firstCellNs)
{
    // Stands for every word that finds no room.
    private const string Others = "…";

    private readonly List<string> _words = [.. layout.Take(OverviewLimits.Words - 1)];
    private readonly List<long> _steps = [.. Enumerable.Repeat(0L, Math.Min(layout.Count, OverviewLimits.Words - 1))];
    private readonly WordSpans _spans = new(firstCellNs);

    public string Name => name;

    public IReadOnlyList<string> Words => _words;

    public IReadOnlyList<long> Steps => _steps;

    public WordSpans Spans => _spans;

    /// <summary>Counts a step with an index into the layout's words; one that it does not have stands for itself, as in the recording.</summary>
    public void AddOfLayout(long ns, int index) =>
        Add(ns, (uint)index < (uint)Math.Min(layout.Count, _words.Count) ? index : Index(index.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Counts a step with a word's <see cref="Index"/>.</summary>
    public void Add(long ns, int index)
    {
        _steps[index]++;
        _spans.Add(ns, index);
    }

    /// <summary>Index of a word; one that is new is added, as long as there is room.</summary>
    public int Index(string word)
    {
        int found = _words.IndexOf(word);
        if (found >= 0 || _words.Count == OverviewLimits.Words)
        {
            return found >= 0 ? found : _words.Count - 1;
        }

        _words.Add(_words.Count == OverviewLimits.Words - 1 ? Others : word);
        _steps.Add(0);
        return _words.Count - 1;
    }
}
