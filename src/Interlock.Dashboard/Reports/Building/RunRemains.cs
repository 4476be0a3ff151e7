using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Series;
using Interlock.Recording.Flight.Reading;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>What a view does not hold: the recorder's last words and the sentences of the run.</summary>
internal sealed record RunRemains(IReadOnlyDictionary<string, string>? End, IReadOnlyList<TextFacts> Texts)
{
    private const int MostTexts = 200;
    private const double NsPerS = 1e9;

    private static readonly RunRemains Nothing = new(null, []);

    /// <summary>Of a finished recording; an unfinished one would be recovered a second time for little.</summary>
    public static RunRemains Of(EpisodeView view, List<Diagnostic> findings)
    {
        if (!view.IsComplete)
        {
            return Nothing;
        }

        try
        {
            using FlightLog log = FlightLog.Open(view.Path);
            return new RunRemains(log.End, [.. log.Texts().Take(MostTexts).Select(text => Of(text, log.Session.StartMonotonicNs))]);
        }
        catch (DiagnosticException exception)
        {
            findings.AddRange(exception.Diagnostics);
            return Nothing;
        }
    }

    private static TextFacts Of(RecordedText text, long startNs) =>
        new((text.MonotonicNs - startNs) / NsPerS, EnumWord.Of(text.Level), text.Source, text.Message);
}
