using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Plots.Recipes;

/// <summary>A part of a recording in s since its start.</summary>
internal readonly record struct TimeSpanS(double From, double To)
{
    /// <exception cref="ArgumentException">Nothing lies in it.</exception>
    public static TimeSpanS Of(EpisodeView view, double? from, double? to)
    {
        double first = Math.Max(0, from ?? 0), last = Math.Min(to ?? view.LengthS, view.LengthS);
        return first < last ? new(first, last) : throw new ArgumentException($"There is nothing between {first} s and {last} s: the recording is {view.LengthS} s long.", nameof(from));
    }

    /// <summary>No finer than the steps: an empty bucket between two of them would look like a gap.</summary>
    public int Buckets(double rateHz, int most) =>
        (int)Math.Clamp(rateHz > 0 ? Math.Floor((To - From) * rateHz / 1.05) : most, 1, most);
}
