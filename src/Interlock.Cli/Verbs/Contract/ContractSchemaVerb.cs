using System.CommandLine;
using Interlock.Cli.Output;

namespace Interlock.Cli.Verbs.Contract;

/// <summary><c>interlock contract schema</c>: the JSON Schema with which editors complete and check contracts.</summary>
internal sealed class ContractSchemaVerb : IVerb
{
    private const string ResourceName = "contract-v1.json";

    private const string Help =
        "Print the JSON Schema of contracts. Put it beside a contract and an editor completes the keys.\n\n" +
        "Example: interlock contract schema -o contract-v1.json";

    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write to this file instead of the screen" };

    public Command Build(VerbHost host)
    {
        Command command = new("schema", Help) { _output };
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        if (parsed.GetValue(_output) is { } path)
        {
            AtomicFile.WriteText(path, ReadSchema());
            host.Error.WriteLine($"Wrote {path}");
        }
        else
        {
            host.Out.Write(ReadSchema());
        }

        return ExitCode.Ok;
    }

    private static string ReadSchema()
    {
        using Stream stream = typeof(ContractSchemaVerb).Assembly.GetManifestResourceStream(ResourceName)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
