using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Episodes;
using Interlock.Dashboard.Reports;
using RecordingReport = Interlock.Dashboard.Reports.Report;

namespace Interlock.Cli.Verbs.Report;

/// <summary>One run of <c>report</c>.</summary>
internal sealed class ReportSession(VerbHost host, ReportRequest request, ReportFiles files)
{
    public int Run(CancellationToken cancellation)
    {
        if (!Directory.Exists(request.Path))
        {
            RecordingFileName.Require(request.Path);
        }

        RecordingReport report = RecordingReport.Of(request, cancellation);
        Write(report);
        WrappedText.Write(host.Out, report.Verdict, host.Width);
        foreach (string problem in report.Problems)
        {
            host.Error.WriteLine(problem);
        }

        Ready(report);
        foreach (string written in new[] { files.Html, files.Json, files.JUnit, files.Sarif }.OfType<string>())
        {
            host.Out.WriteLine($"written: {written}");
        }

        return End(report);
    }

    private void Write(RecordingReport report)
    {
        List<(string, Action<Stream>)> all = [];
        Add(files.Html, AtomicFile.TextOf(report.Html));
        Add(files.Json, report.WriteJson);
        Add(files.JUnit, stream => AtomicFile.TextOf(report.ToJUnit())(stream));
        Add(files.Sarif, stream => AtomicFile.TextOf(report.ToSarif())(stream));
        AtomicFile.Write([.. all]);

        void Add(string? path, Action<Stream> write)
        {
            if (path is not null)
            {
                all.Add((path, write));
            }
        }
    }

    private void Ready(RecordingReport report)
    {
        foreach ((string state, string title, string evidence) in report.ReadinessLines)
        {
            WrappedText.Write(host.Out, $"{state}: {title}{(evidence.Length > 0 ? $" – {evidence}" : "")}", host.Width);
        }
    }

    private int End(RecordingReport report)
    {
        if (report.IsReady != false)
        {
            return ExitCode.Ok;
        }

        host.Error.WriteLine(report.ReadinessSummary);
        return ExitCode.FoundWanting;
    }
}
