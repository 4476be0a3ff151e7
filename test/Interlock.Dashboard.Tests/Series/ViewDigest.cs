using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Tests.Series;

/// <summary>What a view says when it is asked everything that pages ask.</summary>
/// <param name="Steps">Of its overview.</param>
/// <param name="IsTold">True when something about the recording was found wanting, at the opening or at a question.</param>
/// <param name="Content">Numbers of a slice from the file and of the last step.</param>
internal sealed record ViewDigest(long Steps, bool IsTold, IReadOnlyList<float> Content)
{
    private const int Buckets = 50;
    private const long MostAttachmentBytes = 1 << 20;

    public static ViewDigest Of(EpisodeView view)
    {
        bool told = !view.IsComplete || view.Findings.Any(found => found.Severity != DiagnosticSeverity.Info);
        List<float> content = [];
        string[] keys = [.. view.Signals.Take(8).Select(signal => signal.Key)];
        foreach ((double t0, double t1) in new[] { (0, 0.05), (0.2, 0.21), (-1, 1), (0, Math.Max(1, view.LengthS)), (-1e300, 1e300), (0, double.Epsilon) })
        {
            told |= Ask(() => content.AddRange(view.Slice(keys, t0, t1, Buckets).SelectMany(slice => slice.Lows.ToArray().Concat(slice.Highs.ToArray()))));
        }

        foreach (double t in new[] { 0.1, 0.249, -1, 1e300, view.LengthS, double.NaN })
        {
            told |= Ask(() => content.AddRange(view.At(t)?.Values.Values.Select(value => (float)(value ?? -1)) ?? []));
            told |= Ask(() => view.Layout.Cameras.Take(1).ToList().ForEach(camera => view.Image(camera, t)));
        }

        foreach (string name in view.Attachments.Select(index => index.Name).Take(8))
        {
            told |= Ask(() => view.Attachment(name, MostAttachmentBytes));
        }

        _ = view.Events.Sum(happened => happened.Text.Length) + view.Strips.Sum(strip => strip.Spans.Count) + view.Counts.Chunks;
        return new ViewDigest(view.Counts.Steps, told, content);
    }

    private static bool Ask(Action question)
    {
        try
        {
            question();
            return false;
        }
        catch (DiagnosticException)
        {
            return true;
        }
    }
}
