namespace Interlock.Datasets.LeRobot;

/// <summary>Diagnostic codes of this folder; each has a page in <c>docs/codes</c>.</summary>
internal static class LeRobotCodes
{
    public const string NoInfo = "DS060";
    public const string MetadataUnreadable = "DS061";
    public const string MetadataValue = "DS062";
    public const string NoDataFiles = "DS063";
    public const string NoActions = "DS064";
    public const string MetadataTooLarge = "DS065";
    public const string NoEpisodeIndex = "DS066";
    public const string EpisodeScattered = "DS067";
    public const string SeveralEpisodesInFile = "DS068";
    public const string EpisodeTooLong = "DS069";
    public const string IndexNotWhole = "DS070";
    public const string TableIncomplete = "DS071";
}
