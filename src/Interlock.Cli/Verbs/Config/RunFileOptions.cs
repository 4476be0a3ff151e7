using System.CommandLine;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;

namespace Interlock.Cli.Verbs.Config;

/// <summary>The words that name a run file and change it.</summary>
internal sealed class RunFileOptions
{
    public Argument<string> File { get; } = new("file") { Description = "The run file (*.run.yaml)" };

    public Option<string[]> Set { get; } = new("--set")
    {
        HelpName = "path=value",
        Description = "Put a value in the file's place, for example schedule.blending=replace; may be repeated",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(File);
        command.Options.Add(Set);
    }

    /// <summary>The file with its overrides; null, with findings, when there is an error.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="findings">Takes every finding.</param>
    /// <param name="more">Overrides that other options stand for.</param>
    public RunFile? Load(ParseResult parsed, DiagnosticCollector findings, params string[] more) =>
        RunFile.Load(parsed.GetRequiredValue(File), [.. parsed.GetValue(Set) ?? [], .. more], findings);
}
