namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>Diagnostic codes of everything that comes from LeRobot; each has a page in <c>docs/codes</c>.</summary>
internal static class LeRobotCodes
{
    public const string StepIsCode = "EX160";
    public const string UnknownStep = "EX161";
    public const string Inert = "EX162";
    public const string PrefixedKeys = "EX163";
    public const string ModeAbsent = "EX164";
    public const string StatisticMissing = "EX165";
    public const string SchemeNotStated = "EX166";
    public const string MappingsDisagree = "EX167";
    public const string StatisticsDisagree = "EX168";
    public const string StatisticsRounded = "EX169";
    public const string LengthDisagrees = "EX170";
    public const string RelativeUnpaired = "EX171";
    public const string ExcludedJoints = "EX172";
    public const string PerTimestep = "EX173";
    public const string NeverFilled = "EX174";
    public const string UnitNotStated = "EX175";
    public const string UnitHistory = "EX176";
    public const string QuantilesAggregated = "EX177";
    public const string Renamed = "EX178";
    public const string Incomplete = "EX179";
}
