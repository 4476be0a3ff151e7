using System.CommandLine;
using System.Text;
using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Layouts;

namespace Interlock.Cli.Verbs.Record;

/// <summary><c>interlock record layout</c>: a layout for Foxglove that fits a recording.</summary>
internal sealed class RecordLayoutVerb : IVerb
{
    private const string Help =
        "Write a layout for Foxglove with the channels and cameras of a recording: policy, guard, executed and measured on one axis per channel,\n" +
        "states, ages, images, log. It fits the live feed of the same set-up as well. Never overwrites.\n\n" +
        "Example: interlock record layout runs/run-7.mcap --out arm.layout.json";

    private readonly Argument<string> _file = new("file") { Description = "An MCAP file" };
    private readonly Option<string> _out = new("--out", "-o") { Required = true, Description = "Where to write" };

    public Command Build(VerbHost host)
    {
        Command command = new("layout", Help) { _file, _out };
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed.GetRequiredValue(_file), parsed.GetRequiredValue(_out)));
        return command;
    }

    private static int Run(VerbHost host, string path, string target)
    {
        using FlightLog log = FlightLog.Open(path);
        if (Path.Exists(target))
        {
            throw new DiagnosticException("RC051", $"'{target}' exists already", SourcePlace.OfFile(path), "name another file with --out");
        }

        AtomicFile.Write((target, stream => stream.Write(Encoding.UTF8.GetBytes(FoxgloveLayout.Of(log)))));
        WrappedText.Write(host.Out, $"{target}: in Foxglove, Layouts, Import from file", host.Width);
        return ExitCode.Ok;
    }
}
