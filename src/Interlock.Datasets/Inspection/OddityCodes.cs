namespace Interlock.Datasets.Inspection;

/// <summary>Codes of oddities; each has a page in <c>docs/codes</c>.</summary>
internal static class OddityCodes
{
    public const string TotalsDisagree = "DS100";
    public const string VersionLabel = "DS101";
    public const string MissingColumns = "DS102";
    public const string RawTicks = "DS103";
    public const string FirstFrameJump = "DS104";
    public const string ActionStateLength = "DS105";
    public const string NotFinite = "DS106";
    public const string ConstantChannels = "DS107";
    public const string ShortEpisodes = "DS108";
    public const string EpisodeLengths = "DS109";
    public const string Timestamps = "DS110";
    public const string FloatRate = "DS111";
    public const string NormalisedLooking = "DS112";
    public const string NamesNested = "DS113";
    public const string NamesMissing = "DS114";
    public const string NamesRepeated = "DS115";
    public const string NeverSuccessful = "DS116";
    public const string Splits = "DS117";
    public const string PathTemplate = "DS118";
    public const string EpisodesMissing = "DS119";
    public const string TasksMissing = "DS120";
    public const string ShapeDiffers = "DS121";
    public const string NoRate = "DS122";
    public const string RateInferred = "DS123";
    public const string ExtremesDiffer = "DS124";
    public const string QuantilesDiffer = "DS125";
    public const string StatisticsUnreadable = "DS126";
}
