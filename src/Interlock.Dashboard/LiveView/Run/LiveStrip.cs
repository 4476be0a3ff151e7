using Interlock.Dashboard.Web.Answers;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>What a word was over time; the oldest spans go. Not thread-safe.</summary>
internal sealed class LiveStrip(string name)
{
    // Those of the pages.
    private const int MostSpans = 2000;

    private readonly Queue<SpanAnswer> _spans = new();
    private string? _word;
    private double _since;
    private double _until;

    public void Show(double t, string word)
    {
        if (word != _word)
        {
            Close();
            (_word, _since) = (word, t);
        }

        _until = Math.Max(t, _since);
    }

    public StripAnswer Answer() => new(name, _word is null ? [] : [.. _spans, Span()]);

    private SpanAnswer Span() => new(_since, _until, _word!, _word!.Replace('_', ' '));

    private void Close()
    {
        if (_word is null)
        {
            return;
        }

        _spans.Enqueue(Span());
        if (_spans.Count == MostSpans)
        {
            _spans.Dequeue();
        }
    }
}
