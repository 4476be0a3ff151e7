using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Reports.Building;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Reports.Html;
using Interlock.Dashboard.Reports.Machine;
using Interlock.Dashboard.Reports.Readiness;

namespace Interlock.Dashboard.Reports;

/// <summary>A report on one recording or on the recordings of a folder. Given the same files and the same time it is the same bytes.</summary>
public sealed class Report
{
    private readonly ReportFacts _facts;
    private readonly string _html;

    private Report(ReportFacts facts, string html) => (_facts, _html) = (facts, html);

    /// <summary>The one sentence to read.</summary>
    public string Verdict => _facts.Verdict;

    /// <summary>Recordings in it.</summary>
    public int Episodes => _facts.Episodes.Count;

    /// <summary>Whether every line of the production checklist is shown; null where it was not asked for.</summary>
    public bool? IsReady => _facts.Readiness?.IsReady;

    /// <summary>The production checklist in a sentence; null where it was not asked for.</summary>
    public string? ReadinessSummary => _facts.Readiness is { } readiness ? ReadinessSection.Summary(readiness) : null;

    /// <summary>The lines of the production checklist: state, title, evidence or what would show it. Empty where it was not asked for.</summary>
    public IReadOnlyList<(string State, string Title, string Evidence)> ReadinessLines =>
        [.. (_facts.Readiness?.Lines ?? []).Select(line => (ReadinessSection.Words(line.State), line.Title, line.Evidence.Length > 0 ? line.Evidence : line.WouldShow))];

    /// <summary>Files that could not be read, as sentences.</summary>
    public IReadOnlyList<string> Problems => [.. _facts.Problems.Select(problem => $"{problem.File}: {problem.Code} {problem.Message}")];

    /// <summary>The HTML file: one, without script and without any address outside itself.</summary>
    public string Html => _html;

    /// <summary>Makes a report.</summary>
    /// <param name="request">What on.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="DiagnosticException">RC001 to RC013, RC024: the recording cannot be read; RC029: the folder cannot be read; RC059: there is no recording.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Report Of(ReportRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using ReportMaking making = new(request, cancellation);
        (ReportFacts facts, IReadOnlyDictionary<string, Pictures.EpisodePictures> pictures) = making.Make();
        return new Report(facts, HtmlReport.Write(facts, pictures));
    }

    /// <summary>The report of one recording as HTML, as the dashboard serves it: no digest of the file, which would cost a reading of all of it.</summary>
    /// <param name="path">The recording.</param>
    /// <param name="time">Gives the time that stands in it.</param>
    /// <param name="softwareVersion">Stands in it as well.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="DiagnosticException">As <see cref="Of"/>.</exception>
    public static string PageOf(string path, TimeProvider time, string softwareVersion, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Of(new ReportRequest { Path = path, GeneratedAt = time.GetUtcNow(), SoftwareVersion = softwareVersion, WithDigests = false }, cancellation).Html;
    }

    /// <summary>Writes the JSON twin (<c>docs/schema/report-v1.json</c>).</summary>
    /// <param name="target">Where to; left open.</param>
    public void WriteJson(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        ReportJson.Write(_facts, target);
    }

    /// <summary>As JUnit XML.</summary>
    public string ToJUnit() => JUnitReport.Write(_facts);

    /// <summary>As SARIF 2.1.0.</summary>
    public string ToSarif() => SarifReport.Write(_facts);
}
