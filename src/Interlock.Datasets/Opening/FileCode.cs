namespace Interlock.Datasets.Opening;

/// <summary>Diagnostic codes of the file readers and the Hub download (DS140–DS199); each has a page in <c>docs/codes</c>.</summary>
internal static class FileCode
{
    public const string PathMissing = "DS140";
    public const string FolderWithoutData = "DS141";
    public const string UnknownEnding = "DS142";
    public const string DuplicateChannel = "DS143";
    public const string ChosenKeyMissing = "DS144";
    public const string MixedFolder = "DS145";
    public const string OptionOutOfRange = "DS146";
    public const string Unreadable = "DS147";
    public const string EpisodeTooLarge = "DS148";
    public const string ChannelCount = "DS149";

    public const string NpyMagic = "DS150";
    public const string NpyHeader = "DS151";
    public const string NpyObjects = "DS152";
    public const string NpyElementType = "DS153";
    public const string NpyShape = "DS154";
    public const string NpySize = "DS155";
    public const string NpzArchive = "DS156";
    public const string ArrayUnclear = "DS157";
    public const string ArrayLength = "DS158";

    public const string CsvColumnCount = "DS160";
    public const string CellNotNumber = "DS161";
    public const string NoActionColumns = "DS162";
    public const string LineTooLong = "DS163";
    public const string NotUtf8 = "DS164";
    public const string LineNotJson = "DS165";
    public const string JsonKey = "DS166";
    public const string EpisodeSplit = "DS168";
    public const string StepOrder = "DS169";

    public const string RecordChecksum = "DS170";
    public const string RecordFraming = "DS171";
    public const string ExampleMalformed = "DS173";
    public const string FeatureMissing = "DS174";
    public const string FeatureShape = "DS175";
    public const string FeaturesFile = "DS176";

    public const string HubReference = "DS180";
    public const string HubUnreachable = "DS181";
    public const string HubUnauthorised = "DS182";
    public const string HubForbidden = "DS183";
    public const string HubNotFound = "DS184";
    public const string HubOffline = "DS185";
    public const string HubIntegrity = "DS186";
    public const string HubUnsafeName = "DS187";
    public const string HubAnswer = "DS188";
    public const string HubCache = "DS189";
}
