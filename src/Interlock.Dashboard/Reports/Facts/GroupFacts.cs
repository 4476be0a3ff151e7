namespace Interlock.Dashboard.Reports.Facts;

/// <summary>Several recordings together.</summary>
/// <param name="Episodes">Recordings that could be read.</param>
/// <param name="LengthS">Together.</param>
/// <param name="Success">Of those that were judged, with the 95 % Wilson interval.</param>
/// <param name="Unjudged">Recordings that nobody judged.</param>
/// <param name="StretchesPerEpisode">With an interval that allows for differences between episodes.</param>
/// <param name="StretchesPerMinute">As above.</param>
/// <param name="WithStop">Recordings with a latched stop, with the 95 % Wilson interval.</param>
/// <param name="EventsByCode">Over all recordings.</param>
/// <param name="Worst">Files, worst first, at most five.</param>
internal sealed record GroupFacts(
    int Episodes, double LengthS, RateFacts Success, int Unjudged, RateFacts StretchesPerEpisode, RateFacts StretchesPerMinute, RateFacts WithStop,
    IReadOnlyList<CodeCountFacts> EventsByCode, IReadOnlyList<string> Worst);
