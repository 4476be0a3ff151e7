using System.CommandLine;
using System.Text.Json;
using Interlock.Cli.Inputs;
using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Contract;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Spec;

/// <summary><c>interlock spec validate</c>: all findings about some files.</summary>
internal sealed class SpecValidateVerb : IVerb
{
    private const string Help =
        "Check specifications: every mistake with file, line, key and what to do. Exit code 2 when one is not valid.\n\n" +
        "Example: interlock spec validate examples/specs/libero_goal.execspec.json --strict";

    private readonly Argument<string[]> _files = new("files")
    {
        Description = "The specifications (*.execspec.json)",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _strict = new("--strict") { Description = "Count warnings as mistakes" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of lines" };

    public Command Build(VerbHost host)
    {
        Command command = new("validate", Help) { _files, _strict, _json };
        command.SetInterruptibleAction((parsed, cancellation) => Run(host, parsed, cancellation));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        List<CheckedFile> files = [];
        foreach (string file in parsed.GetRequiredValue(_files))
        {
            cancellation.ThrowIfCancellationRequested();
            files.Add(Check(file, parsed.GetValue(_strict)));
        }

        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer => WriteJson(writer, files));
        }
        else
        {
            WriteLines(host, files);
        }

        return files.TrueForAll(file => file.IsValid) ? ExitCode.Ok : ExitCode.FoundWanting;
    }

    private static CheckedFile Check(string file, bool isStrict)
    {
        DiagnosticCollector findings = new();
        ExecutableSpec? spec = SpecFileInput.TryLoad(file, findings);
        bool hasWarnings = findings.Items.Any(item => item.Severity == DiagnosticSeverity.Warning);
        return new CheckedFile(file, spec, spec is not null && !(isStrict && hasWarnings), findings.Items);
    }

    private static void WriteLines(VerbHost host, List<CheckedFile> files)
    {
        foreach (CheckedFile file in files)
        {
            if (file.Spec is { } spec)
            {
                string what = $"{spec.Action.Channels.Count} channels, key '{spec.Unnormaliser.Key}', {spec.Siblings.Count} siblings";
                WrappedText.Write(host.Out, $"{file.Path}: '{spec.Name}' is valid: {what}", host.Width, hanging: 2);
            }
        }

        FailureReport.Write(host.Error, files.SelectMany(file => file.Findings), " (all of them with --json)");
    }

    private static void WriteJson(Utf8JsonWriter writer, List<CheckedFile> files)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("valid", files.TrueForAll(file => file.IsValid));
        writer.WriteStartArray("files");
        foreach (CheckedFile file in files)
        {
            FindingsJson.Write(writer, file.Path, file.IsValid, file.Findings);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private sealed record CheckedFile(string Path, ExecutableSpec? Spec, bool IsValid, IReadOnlyList<Diagnostic> Findings);
}
