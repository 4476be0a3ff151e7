namespace Interlock.Guard.Alarms;

/// <summary>Codes of alarms (GD410 to GD429).</summary>
internal static class AlarmCodes
{
    public const string Cusum = "GD410";
    public const string Band = "GD411";
    public const string Conjunction = "GD412";
    public const string EpisodeShift = "GD413";
}
