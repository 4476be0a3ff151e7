namespace Interlock.Guard.Calibration;

/// <summary>Diagnostic codes of calibration files (GD400 to GD409) and of calibrating (GD430 to GD449).</summary>
internal static class CalibrationCodes
{
    public const string NotACalibration = "GD400";
    public const string WrongVersion = "GD401";
    public const string WrongKey = "GD402";
    public const string WrongLength = "GD403";
    public const string ValueOutOfRange = "GD404";
    public const string NotAscending = "GD405";
    public const string OtherChannels = "GD406";

    public const string OptionOutOfRange = "GD430";
    public const string NonFiniteDemonstration = "GD431";
    public const string EpisodeTooShort = "GD432";
    public const string TooFewEpisodes = "GD433";
    public const string NoGuarantee = "GD434";
    public const string ConstantChannel = "GD435";
    public const string BimodalChannel = "GD436";
    public const string MovesOnlyLater = "GD437";
    public const string RateAction = "GD438";
    public const string ClaimMissed = "GD439";
    public const string RateUnknown = "GD440";
    public const string SampledPercentile = "GD441";
    public const string MixedDimensions = "GD442";
    public const string SourceChanged = "GD443";
    public const string AlarmRefused = "GD444";
    public const string PercentileIsZero = "GD445";
    public const string WrapSuspected = "GD446";
    public const string BudgetExtrapolated = "GD447";
}
