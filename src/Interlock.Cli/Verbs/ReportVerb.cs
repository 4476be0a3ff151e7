using System.CommandLine;
using System.CommandLine.Parsing;
using Interlock.Cli.Verbs.Report;
using Interlock.Dashboard.Reports;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock report</c>: a recording, or a folder of them, as one file that can be sent.</summary>
internal sealed class ReportVerb : IVerb
{
    private const string Help =
        "Write a report on a recording, or on the recordings of a folder, as one HTML file that needs no network; with a JSON twin, JUnit and SARIF. " +
        "--readiness goes through the production checklist and ends with exit code 2 unless every line is shown.\n" +
        "Example: interlock report runs/run-7.mcap -o run-7.html --json run-7.json";

    private const string DefaultPage = "report.html";

    private readonly Argument<string> _path = new("path") { Description = "Flight recording (*.mcap), or a folder with some; its subfolders count." };
    private readonly Option<string?> _output = new("--out", "-o") { Description = $"The page; default {DefaultPage} where no other file is asked for." };
    private readonly Option<string?> _json = new("--json") { Description = "The JSON twin (report/1)." };
    private readonly Option<string?> _junit = new("--junit") { Description = "JUnit XML: promises of the contract, checks of the gate, episodes." };
    private readonly Option<string?> _sarif = new("--sarif") { Description = "SARIF 2.1.0: interventions, stops and findings." };
    private readonly Option<bool> _readiness = new("--readiness") { Description = "Go through the production checklist; files beside the recordings count as evidence." };
    private readonly Option<string?> _title = new("--title") { Description = "Headline; default: the task." };
    private readonly Option<bool> _noDigest = new("--no-digest") { Description = "Leave out the SHA-256 of the recordings, which reads each of them once." };

    public Command Build(VerbHost host)
    {
        Command command = new("report", Help) { _path, _output, _json, _junit, _sarif, _readiness, _title, _noDigest };
        command.Validators.Add(Validate);
        command.SetInterruptibleAction((parsed, cancellation) => new ReportSession(host, Request(host, parsed), Files(parsed)).Run(cancellation));
        return command;
    }

    private void Validate(CommandResult result)
    {
        string[] paths = [.. new[] { _output, _json, _junit, _sarif }.Select(result.GetValue).OfType<string>().Select(Path.GetFullPath)];
        if (paths.Distinct().Count() < paths.Length)
        {
            result.AddError("Two of the files to be written are the same.");
        }

        if (paths.Any(path => path.EndsWith(".mcap", StringComparison.OrdinalIgnoreCase)))
        {
            result.AddError("A recording is evidence and is never written over; name another file.");
        }
    }

    private ReportRequest Request(VerbHost host, ParseResult parsed) => new()
    {
        Path = parsed.GetRequiredValue(_path),
        GeneratedAt = host.Clock.GetUtcNow(),
        Title = parsed.GetValue(_title),
        WithReadiness = parsed.GetValue(_readiness),
        WithDigests = !parsed.GetValue(_noDigest),
        SoftwareVersion = typeof(ReportVerb).Assembly.GetName().Version?.ToString() ?? "",
    };

    private ReportFiles Files(ParseResult parsed)
    {
        (string? json, string? junit, string? sarif) = (parsed.GetValue(_json), parsed.GetValue(_junit), parsed.GetValue(_sarif));
        bool isOther = json is not null || junit is not null || sarif is not null;
        return new ReportFiles(parsed.GetValue(_output) ?? (isOther ? null : DefaultPage), json, junit, sarif);
    }
}
