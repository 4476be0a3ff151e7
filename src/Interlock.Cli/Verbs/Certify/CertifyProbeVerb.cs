using System.CommandLine;
using Interlock.Cli.Inputs;
using Interlock.Cli.Output;
using Interlock.ExecSpec.Certificates.Evidence;
using Interlock.ExecSpec.Gate.Probing;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Certify;

/// <summary><c>interlock certify probe</c>: evidence that Interlock's own decoder makes the certified commands.</summary>
internal sealed class CertifyProbeVerb : IVerb
{
    private const string Help =
        "Push the probe values of a certificate through Interlock's own decoder and write what came out as evidence.\n" +
        "For deployments in which Interlock decodes; it says nothing about another decoder.\n\n" +
        "Example: interlock certify probe --spec goal.execspec.json -o probe.evidence.json";

    private const string Scope = "the decoder of Interlock in this process; no claim about another decode path";

    private readonly Option<string> _spec = new("--spec") { Description = "The specification (*.execspec.json)", Required = true };
    private readonly Option<string> _output = new("--output", "-o") { Description = "Where the evidence goes", Required = true };

    public Command Build(VerbHost host)
    {
        Command command = new("probe", Help) { _spec, _output };
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed.GetRequiredValue(_spec), parsed.GetRequiredValue(_output)));
        return command;
    }

    private static int Run(VerbHost host, string spec, string output) => Refusals.Guard(host, () =>
    {
        ExecutableSpec certified = SpecFileInput.Load(host, spec);
        EvidenceEntry probe = ProbeEvidence.Of(certified, new SpecDecodePath(certified));
        using StringWriter text = new();
        JsonDocumentWriter.Write(text, writer => EvidenceJson.Write(writer, probe with { Text = Scope }));
        AtomicFile.Write((output, AtomicFile.TextOf(text.ToString())));
        host.Error.WriteLine($"{probe.Successes} of {probe.Trials} numbers are the certified ones. Wrote {output}");
        return probe.Successes == probe.Trials ? ExitCode.Ok : ExitCode.FoundWanting;
    });
}
