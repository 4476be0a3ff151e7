using System.CommandLine;
using Interlock.Cli.Inputs;
using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Spec.Import;
using Interlock.ExecSpec.Import;

namespace Interlock.Cli.Verbs.Spec;

/// <summary><c>interlock spec import</c>: a specification from the files of a checkpoint.</summary>
internal sealed class SpecImportVerb : IVerb
{
    private const string Help =
        "Make a specification from the files of a checkpoint: a statistics file, a configuration, or the whole folder.\n" +
        "What the files do not say is stated here or left out, never guessed; every doubt is a finding. Weights are not opened.\n\n" +
        "Example: interlock spec import checkpoint/dataset_statistics.json --key libero_goal --platform libero -o libero_goal.execspec.json";

    private readonly Argument<string> _path = new("path") { Description = "A file or a checkpoint folder" };
    private readonly ImportOptions _options = new();
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write to this file (with --all: folder) instead of the screen" };
    private readonly Option<bool> _all = new("--all") { Description = "Every usable entry, one file each" };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace existing files" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document: entries, findings, files read and written" };

    public Command Build(VerbHost host)
    {
        Command command = new("import", Help) { _path, _output, _all, _overwrite, _json };
        _options.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_all) && result.GetValue(_output) is null)
            {
                result.AddError("--all needs -o with a folder.");
            }
        });
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        bool every = parsed.GetValue(_all);
        SpecImport import = SpecImport.Open(parsed.GetRequiredValue(_path), _options.Request(parsed) with { EveryEntry = every });
        ImportedFiles files = ImportedFiles.Of(import, every, parsed.GetValue(_output));
        if (files.FirstExisting is { } existing && !parsed.GetValue(_overwrite))
        {
            host.Error.WriteLine($"'{existing}' exists; state --overwrite to replace it.");
            return ExitCode.Usage;
        }

        files.Write();
        bool usable = files.Specs.Count > 0;
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer => ImportJson.Write(writer, import, files));
        }
        else
        {
            ImportText.Write(host, import, files);
        }

        return usable && !import.HasErrors ? ExitCode.Ok : ExitCode.FoundWanting;
    }
}
