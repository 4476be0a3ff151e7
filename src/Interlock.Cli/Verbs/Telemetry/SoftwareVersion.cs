namespace Interlock.Cli.Verbs.Telemetry;

/// <summary>Which version runs.</summary>
internal static class SoftwareVersion
{
    public static string? Text => typeof(SoftwareVersion).Assembly.GetName().Version?.ToString();
}
