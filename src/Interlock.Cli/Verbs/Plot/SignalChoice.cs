using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Dashboard.Series;

namespace Interlock.Cli.Verbs.Plot;

/// <summary>The figure's signals, found or refused with the nearest name.</summary>
internal static class SignalChoice
{
    /// <exception cref="DiagnosticException">RC057: no such signal or channel; RC058: nothing in the range.</exception>
    public static void Require(EpisodeView view, PlotRequest request)
    {
        string[] keys = [.. view.Signals.Select(signal => signal.Key)];
        if (request.Signals.FirstOrDefault(key => !keys.Contains(key)) is { } unknown)
        {
            throw Unknown(request.Path, "signal", unknown, keys);
        }

        string[] channels = [.. view.Signals.Where(signal => signal.Channel is not null).Select(signal => signal.Name).Distinct()];
        if (request.Channel is { } channel && !channels.Contains(channel))
        {
            throw Unknown(request.Path, "channel", channel, channels);
        }

        double from = Math.Max(0, request.FromS ?? 0), to = Math.Min(view.LengthS, request.ToS ?? view.LengthS);
        if (!(from < to))
        {
            throw new DiagnosticException(
                "RC058",
                $"there is nothing between {request.FromS ?? 0:0.###} s and {request.ToS ?? view.LengthS:0.###} s",
                SourcePlace.OfFile(request.Path),
                $"the recording goes from 0 s to {view.LengthS:0.###} s");
        }
    }

    private static DiagnosticException Unknown(string path, string what, string name, IReadOnlyList<string> known) => new(
        "RC057",
        $"there is no {what} '{name}' in the recording",
        SourcePlace.OfFile(path),
        NearestName.Of(name, known) is { } nearest ? $"did you mean '{nearest}'? --list names the signals" : "--list names the signals");
}
