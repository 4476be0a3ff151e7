namespace Interlock.Cli.Verbs.Run;

/// <summary>The report for each kind of reader.</summary>
internal static class RunReports
{
    public static IRunReport For(RunOutput output, VerbHost host) =>
        output == RunOutput.Text ? new RunText(host) : new RunJson(host, streams: output == RunOutput.JsonLines);
}
