namespace Interlock.Recording.Overview.Format;

/// <summary>One discrete signal.</summary>
internal static class TrackReader
{
    public static OverviewTrack Read(OverviewInput input, long lengthNs)
    {
        string name = input.Text();
        KeyValuePair<string, long>[] words = new KeyValuePair<string, long>[input.Entries("words", OverviewLimits.Words, OverviewFormat.WordBytes)];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = new(input.Text(), input.Whole("a count"));
        }

        long hidden = input.Whole("the number of hidden changes");
        int count = input.Entries("spans", OverviewLimits.Spans, OverviewFormat.SpanBytes);
        List<OverviewSpan> spans = new(count);
        long fromNs = 0;
        for (int i = 0; i < count; i++)
        {
            long next = input.Whole("a time", lengthNs);
            if (next < fromNs)
            {
                throw input.Wrong("spans are not in the order of time");
            }

            End(spans, next);
            spans.Add(new OverviewSpan(next / OverviewHead.NsPerS, lengthNs / OverviewHead.NsPerS, words[input.Count("words", words.Length - 1)].Key, input.Count("hidden changes", int.MaxValue)));
            fromNs = next;
        }

        return new OverviewTrack(name, words, spans, hidden);
    }

    private static void End(List<OverviewSpan> spans, long ns)
    {
        if (spans.Count > 0)
        {
            spans[^1] = spans[^1] with { ToS = ns / OverviewHead.NsPerS };
        }
    }
}
