using System.CommandLine;
using System.Text.Json;
using Interlock.Cli.Output;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock schema</c>: lists the published JSON Schemas, or prints one.</summary>
internal sealed class SchemasVerb : IVerb
{
    private const string Suffix = ".json";
    private const string Help =
        "List the JSON Schemas of the files that this tool reads and writes, or print one of them.\n" +
        "Example: interlock schema report-v1 -o report-v1.json";

    private readonly Argument<string?> _name = new("name") { Description = "A schema of the list; default: the list.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write to this file instead of the screen" };

    /// <summary>Names without the ending: the format and its version; <c>flight/</c> has the messages of recordings.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(SchemasVerb).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(Suffix, StringComparison.Ordinal)).Select(name => name[..^Suffix.Length])
            .OrderBy(name => name.Contains('/', StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal),
    ];

    public Command Build(VerbHost host)
    {
        Command command = new("schema", Help) { _name, _output };
        _name.AcceptOnlyFromAmong([.. Names]);
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        string text = parsed.GetValue(_name) is { } name ? Read(name) : List();
        if (parsed.GetValue(_output) is { } path)
        {
            AtomicFile.WriteText(path, text);
            host.Error.WriteLine($"Wrote {path}");
        }
        else
        {
            host.Out.Write(text);
        }

        return ExitCode.Ok;
    }

    private static string List()
    {
        int widest = Names.Max(name => name.Length);
        return string.Concat(Names.Select(name => $"{name.PadRight(widest)}  {Title(name)}".TrimEnd() + "\n"));
    }

    private static string Title(string name)
    {
        using JsonDocument schema = JsonDocument.Parse(Read(name));
        return schema.RootElement.TryGetProperty("title", out JsonElement title) ? title.GetString() ?? "" : "";
    }

    private static string Read(string name)
    {
        using Stream stream = typeof(SchemasVerb).Assembly.GetManifestResourceStream(name + Suffix)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
