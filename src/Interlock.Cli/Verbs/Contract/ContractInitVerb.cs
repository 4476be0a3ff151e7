using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Cli.Urdf;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Rules;
using Interlock.Core.Contract.Writing;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;

namespace Interlock.Cli.Verbs.Contract;

/// <summary><c>interlock contract init</c>: a first contract from a robot description or from demonstrations.</summary>
internal sealed class ContractInitVerb(Func<string, CancellationToken, IEpisodeSource> openEpisodes) : IVerb
{
    private const double DefaultMargin = 0.05;
    private const double AssumedRateHz = 30;

    private const string Help =
        "Start a contract from a URDF's joint limits, or from the ranges and steps seen in demonstrations\n" +
        "(observed, not guaranteed: 'interlock calibrate' gives limits with a stated guarantee).\n\n" +
        "Example: interlock contract init --from-urdf robot.urdf --rate-hz 50 -o robot.contract.yaml";

    private readonly Option<string?> _urdf = new("--from-urdf") { Description = "Robot description with joint limits" };
    private readonly Option<string?> _dataset = new("--from-dataset") { Description = "Demonstrations, as 'interlock info' reads them" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write to this file instead of the screen" };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace an existing file" };
    private readonly Option<string?> _name = new("--name") { Description = "Name of the cell or set-up" };

    private readonly Option<double?> _rate = new("--rate-hz")
    {
        Description = $"Control rate; default: the dataset's, or {AssumedRateHz} for a URDF, which states none",
    };

    private readonly Option<double> _margin = new("--margin")
    {
        Description = "Share of the observed range and step that is added on each side",
        DefaultValueFactory = _ => DefaultMargin,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print the contract as JSON" };

    public Command Build(VerbHost host)
    {
        Command command = new("init", Help) { _urdf, _dataset, _output, _overwrite, _name, _rate, _margin, _json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(_urdf) is null == result.GetValue(_dataset) is null)
            {
                result.AddError("State exactly one of --from-urdf and --from-dataset.");
            }

            if (result.GetValue(_margin) is not (>= 0 and <= 10))
            {
                result.AddError("--margin must be 0 to 10.");
            }

            if (result.GetValue(_rate) is { } rate && rate is not (>= ContractLimits.MinRateHz and <= ContractLimits.MaxRateHz))
            {
                result.AddError($"--rate-hz must be {ContractLimits.MinRateHz} to {ContractLimits.MaxRateHz}.");
            }
        });
        command.SetInterruptibleAction((parsed, cancellation) => Run(host, parsed, cancellation));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        string? output = parsed.GetValue(_output);
        if (output is not null && File.Exists(output) && !parsed.GetValue(_overwrite))
        {
            host.Error.WriteLine($"'{output}' exists; state --overwrite to replace it.");
            return ExitCode.Usage;
        }

        DiagnosticCollector findings = new();
        (SafetyContract contract, ContractNotes notes) = Build(parsed, findings, cancellation);
        ContractRules.Check(contract, findings);
        findings.ThrowIfErrors();
        FailureReport.Write(host.Error, findings.Items);
        Write(host, contract, notes, output, parsed.GetValue(_json));
        return ExitCode.Ok;
    }

    private (SafetyContract Contract, ContractNotes Notes) Build(
        ParseResult parsed, DiagnosticCollector findings, CancellationToken cancellation)
    {
        string? name = parsed.GetValue(_name);
        double? rate = parsed.GetValue(_rate);
        return parsed.GetValue(_urdf) is { } urdf
            ? new UrdfContract(urdf, rate ?? AssumedRateHz, findings).Build(name)
            : new ObservedContract(openEpisodes(parsed.GetValue(_dataset)!, cancellation), parsed.GetValue(_margin), findings).Build(
                name, rate, cancellation);
    }

    private static void Write(VerbHost host, SafetyContract contract, ContractNotes notes, string? output, bool asJson)
    {
        string text = ContractWriter.Write(contract, notes);
        if (output is not null)
        {
            AtomicFile.WriteText(output, text);
            host.Error.WriteLine($"Wrote {output}: {contract.Channels.Count} channels. Next: interlock contract show {output}");
        }

        if (asJson)
        {
            JsonDocumentWriter.Write(host.Out, writer => ContractJson.Write(writer, contract));
        }
        else if (output is null)
        {
            host.Out.Write(text);
        }
    }
}
