using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Plots.Figures;

/// <summary>A signal as smallest and largest value per bucket: a line where both agree, a band where they differ, a gap where they are NaN.</summary>
/// <param name="From">Where the first bucket begins on the horizontal axis.</param>
/// <param name="Step">Width of a bucket, above 0.</param>
/// <param name="Slice">The values.</param>
public sealed record BandMark(double From, double Step, SignalSlice Slice) : Mark;
