using System.CommandLine;
using Interlock.Cli.Inputs;
using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Spec.Show;
using Interlock.ExecSpec.Files;

namespace Interlock.Cli.Verbs.Spec;

/// <summary><c>interlock spec show</c>: what the numbers of a policy become.</summary>
internal sealed class SpecShowVerb : IVerb
{
    private const string Help =
        "Show a specification: what the network's -1 and +1 become in every channel, decoded and on the robot.\n\n" +
        "Example: interlock spec show examples/specs/libero_goal.execspec.json";

    private readonly Argument<string> _file = new("file") { Description = "The specification (*.execspec.json)" };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of a table" };

    public Command Build(VerbHost host)
    {
        Command command = new("show", Help) { _file, _json };
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        string file = parsed.GetRequiredValue(_file);
        if (parsed.GetValue(_json))
        {
            ShownSpec shown = new(SpecFile.Load(file));
            JsonDocumentWriter.Write(host.Out, writer => SpecJson.Write(writer, shown));
        }
        else
        {
            new SpecBlock(host).Write(new ShownSpec(SpecFileInput.Load(host, file)));
        }

        return ExitCode.Ok;
    }
}
