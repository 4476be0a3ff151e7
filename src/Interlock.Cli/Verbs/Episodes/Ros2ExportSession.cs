using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Ros2;

namespace Interlock.Cli.Verbs.Episodes;

/// <summary>One run of <c>episodes export --format ros2</c>: a file for a recording, a folder for several.</summary>
internal sealed class Ros2ExportSession(VerbHost host, string[] files, string target, double? framesPerSecond, bool json)
{
    public int Run(CancellationToken cancellation)
    {
        List<Ros2ExportReport> reports = [];
        (string Source, string Target)[] pairs = [.. files.Select(file => (RecordingFileName.Require(file), TargetOf(file)))];
        Require(pairs);
        using (ProgressLine progress = new(host, "steps", total: null))
        {
            AtomicFile.Write([.. pairs.Select(pair => (pair.Target, (Action<Stream>)(stream => reports.Add(Export(pair.Source, stream, progress, reports.Sum(report => report.Steps), cancellation)))))]);
        }

        Tell(reports);
        return ExitCode.Ok;
    }

    private Ros2ExportReport Export(string file, Stream stream, ProgressLine progress, long before, CancellationToken cancellation)
    {
        using FlightLog log = FlightLog.Open(file);
        Ros2ExportReport report = Ros2Export.Write(log, stream, Options(log, file, steps => progress.Report(before + steps)), cancellation);
        progress.Clear();
        if (log.Recovery is not null)
        {
            host.Error.WriteLine($"note: {file} was not finished or is damaged; exported is what could be recovered.");
        }

        foreach (Diagnostic finding in report.Findings)
        {
            host.Error.WriteLine(finding);
        }

        return report;
    }

    private Ros2ExportOptions Options(FlightLog log, string file, Action<long> progress) =>
        new() { EverySteps = FrameRate.Every(log.Layout.RateHz, framesPerSecond), File = file, Progress = progress };

    private string TargetOf(string file) => files.Length == 1 ? target : Path.Combine(target, Path.GetFileName(file));

    private static void Require((string Source, string Target)[] pairs)
    {
        foreach ((string source, string taken) in pairs.Where(pair => Path.Exists(pair.Target)))
        {
            throw new DiagnosticException("RC051", $"'{taken}' exists already", SourcePlace.OfFile(source), "name another place with --out");
        }

        if (pairs.GroupBy(pair => pair.Target).FirstOrDefault(group => group.Count() > 1) is { } same)
        {
            throw new DiagnosticException("RC063", $"{same.Count()} recordings would become '{same.Key}'", SourcePlace.OfFile(same.First().Source), "export recordings of equal names one by one");
        }
    }

    private void Tell(List<Ros2ExportReport> reports)
    {
        (long steps, long messages) = (reports.Sum(report => report.Steps), reports.Sum(report => report.Messages));
        if (!json)
        {
            string recordings = files.Length == 1 ? "" : $"{files.Length:N0} recordings, ";
            WrappedText.Write(host.Out, $"{target}: {recordings}{steps:N0} steps as {messages:N0} messages of ROS 2. docs/viewers.md says what is where in Rerun and Foxglove.", host.Width);
            return;
        }

        JsonDocumentWriter.Write(host.Out, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("target", target);
            writer.WriteString("format", EpisodesExportVerb.Ros2);
            writer.WriteNumber("recordings", reports.Count);
            writer.WriteNumber("steps", steps);
            writer.WriteNumber("messages", messages);
            writer.WriteEndObject();
        });
    }
}
