namespace Interlock.Recording.Overview.Building;

/// <summary>
/// When there are too many spans, those that begin in the same cell of time become one with the gravest of their words, and the cells are
/// twice as long from then on: a track is always whole, only less fine, and never milder than what happened.
/// </summary>
internal sealed class WordSpans(long firstCellNs)
{
    private List<WordSpan> _spans = [];
    private long _cellNs;

    public IReadOnlyList<WordSpan> Items => _spans;

    public long Hidden { get; private set; }

    public void Add(long ns, int word)
    {
        if (_spans.Count == 0 || (!Holds(_spans[^1], word) && !Unites(_spans[^1], ns)))
        {
            _spans.Add(new WordSpan(ns, word, word, 0));
            Thin();
        }
        else if (_spans[^1].Last != word)
        {
            _spans[^1] = United(_spans[^1], word, 0);
        }
    }

    private static bool Holds(WordSpan last, int word) => last.Word == word && last.Last == word;

    private bool Unites(WordSpan last, long ns) => _cellNs > 0 && last.FromNs / _cellNs == ns / _cellNs;

    private WordSpan United(WordSpan last, int word, int hidden)
    {
        Hidden++;
        return last with { Word = Math.Max(last.Word, word), Last = word, Hidden = last.Hidden + hidden + 1 };
    }

    private void Thin()
    {
        while (_spans.Count > OverviewLimits.Spans)
        {
            do
            {
                _cellNs = Math.Max(firstCellNs, 2 * _cellNs);
                _spans = Thinned();
            }
            while (_spans.Count > OverviewLimits.Spans / 2);
        }
    }

    private List<WordSpan> Thinned()
    {
        List<WordSpan> thinned = [];
        foreach (WordSpan span in _spans)
        {
            if (thinned.Count > 0 && Unites(thinned[^1], span.FromNs))
            {
                thinned[^1] = United(thinned[^1], span.Word, span.Hidden) with { Last = span.Last };
                continue;
            }

            Rest(thinned, span.FromNs);
            thinned.Add(span);
        }

        return thinned;
    }

    // What held long after a cell had ended must not be shown as the gravest word of that cell.
    private void Rest(List<WordSpan> thinned, long untilNs)
    {
        if (thinned.Count > 0 && thinned[^1] is var last && last.Word != last.Last && untilNs - CellEnd(last) >= _cellNs)
        {
            thinned.Add(new WordSpan(CellEnd(last), last.Last, last.Last, 0));
        }
    }

    private long CellEnd(WordSpan span) => ((span.FromNs / _cellNs) + 1) * _cellNs;
}
