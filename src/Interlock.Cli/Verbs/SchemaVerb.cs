using System.CommandLine;
using Interlock.Cli.Output;

namespace Interlock.Cli.Verbs;

/// <summary>The verb <c>schema</c> of a file format: prints the JSON Schema with which editors complete and check such files.</summary>
/// <param name="resourceName">The published schema, embedded under its file name.</param>
/// <param name="files">What the files are, in the plural.</param>
/// <param name="family">The verb that it belongs to.</param>
internal sealed class SchemaVerb(string resourceName, string files, string family) : IVerb
{
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write to this file instead of the screen" };

    public Command Build(VerbHost host)
    {
        string help =
            $"Print the JSON Schema of {files}. Put it beside a file and an editor completes the keys.\n\n" +
            $"Example: interlock {family} schema -o {resourceName}";
        Command command = new("schema", help) { _output };
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

    private string ReadSchema()
    {
        using Stream stream = typeof(SchemaVerb).Assembly.GetManifestResourceStream(resourceName)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
