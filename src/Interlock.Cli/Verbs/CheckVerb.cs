using System.CommandLine;
using Interlock.Cli.Inputs;
using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Certify;
using Interlock.Cli.Verbs.Check;
using Interlock.Cli.Verbs.Contract;
using Interlock.Core.Diagnostics;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock check</c>: what a policy's numbers mean, and what a wrong key would make of them. No robot, no GPU.</summary>
internal sealed class CheckVerb : IVerb
{
    private const string Help =
        "Say what a policy's numbers mean on the robot, what is odd about that, and what a wrong key would do. Needs no robot and no GPU.\n\n" +
        "Example: interlock check dataset_statistics.json --key libero_goal --translation-m 0.05 --rotation-rad 0.5 --rate-hz 20\n" +
        "         interlock check checkpoint/ --key libero_goal --against goal.cert.json --gate --trust trust/";

    private readonly Argument<string> _path = new("path")
    {
        Description = "A checkpoint folder, its statistics or configuration file, or a specification (*.execspec.json)",
    };

    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of lines" };
    private readonly ImportOptions _import = new();
    private readonly AgainstOptions _against = new();

    public Command Build(VerbHost host)
    {
        Command command = new("check", Help) { _path };
        _import.AddTo(command);
        _against.AddTo(command);
        command.Options.Add(_json);
        command.Validators.Add(result =>
        {
            if (SpecInput.IsSpecFile(result.GetValue(_path) ?? string.Empty) && _import.FirstStatement(result) is { } option)
            {
                result.AddError($"{option} has no meaning here: a specification file states it itself.");
            }
        });
        command.SetInterruptibleAction((parsed, cancellation) => parsed.GetResult(_against.Against) is { Implicit: false }
            ? Refusals.Guard(host, () => Run(host, parsed, cancellation))
            : Run(host, parsed, cancellation));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        string path = parsed.GetRequiredValue(_path);
        SpecInput input = SpecInput.Open(path, _import.Request(parsed));
        bool isCompared = parsed.GetValue(_against.Against) is not null;
        if (input.Spec is null)
        {
            int code = Refuse(host, path, input.Findings, parsed.GetValue(_json));
            return isCompared ? ExitCode.RefusedToStart : code;
        }

        CheckReport report = CheckReport.Of(path, input.Ecosystem, input.Spec, input.Findings, CheckNext.After(path, input.Spec, _import.Repeated(parsed)));
        GateOutcome? gate = isCompared ? new GateSession(host, parsed, _against).Run(input.Spec, cancellation) : null;
        Write(host, parsed.GetValue(_json), report, gate);
        return gate is null or { Report.MayStart: true } ? ExitCode.Ok : ExitCode.RefusedToStart;
    }

    private static void Write(VerbHost host, bool isJson, CheckReport report, GateOutcome? gate)
    {
        if (isJson)
        {
            JsonDocumentWriter.Write(host.Out, writer => CheckJson.Write(writer, report, gate));
        }
        else if (gate is not null)
        {
            GateText.Write(host, report.Source, gate);
        }
        else
        {
            new CheckText(host.Out, host.Width, report).Write();
        }

        if (gate is not null)
        {
            GateText.WriteFirstCause(host, report.Source, gate.Report);
        }
    }

    private static int Refuse(VerbHost host, string path, IReadOnlyList<Diagnostic> findings, bool isJson)
    {
        if (isJson)
        {
            JsonDocumentWriter.Write(host.Out, writer => FindingsJson.Write(writer, path, valid: false, findings));
        }

        FailureReport.Write(host.Error, findings);
        return ExitCode.FoundWanting;
    }
}
