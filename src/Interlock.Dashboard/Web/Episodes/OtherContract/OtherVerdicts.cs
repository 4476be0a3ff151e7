using Interlock.Dashboard.Web.Answers;

namespace Interlock.Dashboard.Web.Episodes.OtherContract;

/// <summary>Where the verdict with another contract is not the recorded one, as spans of time; where there are too many, those that lie close become one.</summary>
internal sealed class OtherVerdicts(double rateHz)
{
    /// <summary>As many as a page draws.</summary>
    public const int MostSpans = 2000;

    // Steps on end belong together.
    private const double FirstGapPeriods = 1.5;

    private readonly List<SpanAnswer> _spans = [];
    private double _gapS = FirstGapPeriods / rateHz;

    public IReadOnlyList<SpanAnswer> Spans => _spans;

    public void Add(double t, string recorded, string other)
    {
        string text = $"{recorded} → {other}";
        if (_spans.Count > 0 && t - _spans[^1].T1 < _gapS && (_spans[^1].Text == text || _gapS > FirstGapPeriods / rateHz))
        {
            _spans[^1] = _spans[^1] with { T1 = t + (1 / rateHz) };
            return;
        }

        _spans.Add(new SpanAnswer(t, t + (1 / rateHz), other, text));
        while (_spans.Count > MostSpans)
        {
            _gapS *= 2;
            Join();
        }
    }

    private void Join()
    {
        int last = 0;
        for (int i = 1; i < _spans.Count; i++)
        {
            if (_spans[i].T0 - _spans[last].T1 < _gapS)
            {
                _spans[last] = _spans[last] with { T1 = _spans[i].T1, Text = "others" };
            }
            else
            {
                _spans[++last] = _spans[i];
            }
        }

        _spans.RemoveRange(last + 1, _spans.Count - last - 1);
    }
}
