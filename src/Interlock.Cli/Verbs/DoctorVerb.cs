using System.CommandLine;
using System.Text.Json;
using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Doctor;
using Interlock.Policies.Onnx;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock doctor</c>: what this machine offers a control loop, with a fix beside each finding.</summary>
internal sealed class DoctorVerb : IVerb
{
    private const string Help =
        "Look at this machine: runtime, cores, memory, vector width, timers, clocks, real-time priority, disk, folders, ONNX Runtime, terminal; and at\n" +
        "policy servers and a trust folder where they are named.\n" +
        "Exit code 0; 2 when something makes Interlock unusable here; 5 when a named peer cannot be reached.\n\n" +
        "Example: interlock doctor --peer ws://10.0.0.5:8000 --peer http://10.0.0.6:8000/act --trust keys/";

    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of lines" };

    private readonly Option<string[]> _peers = new("--peer")
    {
        HelpName = "address",
        Description = "Policy server to try (ws://, http://, grpc://); may be given again",
    };

    private readonly Option<string?> _trust = new("--trust") { HelpName = "folder", Description = "Folder with the public keys to believe, as for check" };

    private readonly Option<string?> _alerts = new("--alerts") { HelpName = "file", Description = "Run file whose alert sinks get a test alert each" };

    private readonly Option<string> _recordings = new("--recordings")
    {
        HelpName = "folder",
        Description = "Folder that recordings go to",
        DefaultValueFactory = _ => new RecordingSettings().Path,
    };

    private readonly Option<double> _recordingRate = new("--recording-rate")
    {
        HelpName = "MB/s",
        Description = "How fast a recording grows; the default is 1 kHz, 14 channels, one camera",
        DefaultValueFactory = _ => RecordingRate.EstimatedMbPerS,
    };

    public Command Build(VerbHost host)
    {
        _recordingRate.Validators.Add(result =>
        {
            if (!(result.GetValueOrDefault<double>() is > 0 and < double.PositiveInfinity))
            {
                result.AddError("--recording-rate has to be above 0 MB/s");
            }
        });
        Command command = new("doctor", Help) { _json, _peers, _trust, _alerts, _recordings, _recordingRate };
        command.SetInterruptibleAction((parsed, cancellation) => Run(host, parsed, cancellation));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        IReadOnlyList<MachineFinding> findings = Look(host, parsed, cancellation);
        bool usable = findings.All(finding => finding.Status != MachineStatus.Unusable);
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer => WriteJson(writer, findings, usable));
        }
        else
        {
            WriteLines(host.Out, findings, usable);
        }

        return !usable ? ExitCode.FoundWanting
            : HasUnreachable(findings) ? ExitCode.DeviceOrPeer
            : ExitCode.Ok;
    }

    private IReadOnlyList<MachineFinding> Look(VerbHost host, ParseResult parsed, CancellationToken cancellation) =>
    [
        .. ComputeCheck.Run(),
        .. TimingCheck.Run(),
        .. StorageCheck.Run(parsed.GetRequiredValue(_recordings), parsed.GetRequiredValue(_recordingRate)),
        NativesCheck.Run(OnnxRuntimeLibrary.Find()),
        .. SurroundingsCheck.Run(host),
        .. TrustCheck.Run(parsed.GetValue(_trust)) is { } trust ? [trust] : Array.Empty<MachineFinding>(),
        .. AlertCheck.Run(parsed.GetValue(_alerts), host, cancellation),
        .. PeerCheck.Run(parsed.GetValue(_peers) ?? [], host.Clock, cancellation),
    ];

    private static bool HasUnreachable(IEnumerable<MachineFinding> findings) => findings.Any(finding => finding.Status == MachineStatus.Unreachable);

    private static void WriteLines(TextWriter output, IReadOnlyList<MachineFinding> findings, bool usable)
    {
        int width = findings.Max(finding => finding.Name.Length);
        foreach (MachineFinding finding in findings)
        {
            output.WriteLine($"{Mark(finding.Status)} {finding.Name.PadRight(width)}  {finding.Value}");
            if (finding.Fix is { } fix)
            {
                output.WriteLine($"  {new string(' ', width)}  → {fix}");
            }
        }

        output.WriteLine(!usable ? "Interlock cannot be used on this machine as it is: see the lines marked x."
            : HasUnreachable(findings) ? "Interlock can be used on this machine, but a peer cannot be reached: see the lines marked x."
            : "Interlock can be used on this machine.");
    }

    private static char Mark(MachineStatus status) => status switch
    {
        MachineStatus.Ok => '+',
        MachineStatus.Advice => '!',
        _ => 'x',
    };

    private static void WriteJson(Utf8JsonWriter writer, IReadOnlyList<MachineFinding> findings, bool usable)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("usable", usable);
        writer.WriteStartArray("findings");
        foreach (MachineFinding finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("name", finding.Name);
            writer.WriteString("status", finding.Status.ToString().ToLowerInvariant());
            writer.WriteString("value", finding.Value);
            writer.WriteString("fix", finding.Fix);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
