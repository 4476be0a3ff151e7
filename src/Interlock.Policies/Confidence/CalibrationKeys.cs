namespace Interlock.Policies.Confidence;

/// <summary>The keys of <c>*.confidence.json</c> files.</summary>
internal static class CalibrationKeys
{
    public const string Claim = "claim";
    public const string Alpha = "alpha";
    public const string Combination = "combination";
    public const string Bonferroni = "bonferroni";
    public const string Episodes = "episodes";
    public const string ChannelSpans = "channel_spans";
    public const string Samples = "samples";
    public const string Overlap = "overlap";
    public const string TokenEntropy = "token_entropy";
    public const string Reference = "reference";
    public const string Neighbours = "neighbours";
    public const string Mean = "mean";
    public const string Deviation = "deviation";
    public const string Factor = "factor";
    public const string Points = "points";
    public const string Signals = "signals";
    public const string Name = "name";
    public const string Threshold = "threshold";
    public const string EpisodeScores = "episode_scores";

    public static readonly string[] Root =
        [Claim, Alpha, Combination, Episodes, ChannelSpans, Samples, Overlap, TokenEntropy, Reference, Signals];
}
