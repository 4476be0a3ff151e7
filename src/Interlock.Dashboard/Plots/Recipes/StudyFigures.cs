using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Recipes;

/// <summary>Figures of studies and calibrations from plain numbers.</summary>
public static class StudyFigures
{
    /// <summary>True against false positive rate, with the diagonal of guessing.</summary>
    /// <param name="title">Headline.</param>
    /// <param name="curves">Curves by name, each with false and true positive rates, both ascending.</param>
    public static Figure Roc(string title, IReadOnlyList<NamedCurve> curves) => throw new NotImplementedException();

    /// <summary>Share of failures detected against time into the episode.</summary>
    /// <param name="title">Headline.</param>
    /// <param name="x">Horizontal axis: time in s or a share of the episode.</param>
    /// <param name="curves">Curves by name; intervals are shaded.</param>
    public static Figure Detection(string title, Axis x, IReadOnlyList<NamedCurve> curves) => throw new NotImplementedException();

    /// <summary>Observed success against stated confidence, with the diagonal of perfect calibration.</summary>
    /// <param name="title">Headline.</param>
    /// <param name="bins">Bins: X stated confidence, Y observed share, with intervals.</param>
    public static Figure Reliability(string title, NamedCurve bins) => throw new NotImplementedException();

    /// <summary>Observed coverage of each channel or monitor with its interval, against the wanted one.</summary>
    /// <param name="title">Headline.</param>
    /// <param name="wanted">Wanted coverage, 0 to 1.</param>
    /// <param name="items">One point per item: X is its place, Y the coverage, with intervals; the items' names follow as ticks.</param>
    /// <param name="names">Names of the items.</param>
    public static Figure Coverage(string title, double wanted, NamedCurve items, IReadOnlyList<string> names) => throw new NotImplementedException();

    /// <summary>How often values fall into each bin.</summary>
    /// <param name="title">Headline.</param>
    /// <param name="x">Horizontal axis.</param>
    /// <param name="edges">Edges of the bins, ascending, one more than counts.</param>
    /// <param name="counts">Count or share of each bin.</param>
    /// <param name="level">A level to compare with, for example the uniform count of p-values; null for none.</param>
    public static Figure Histogram(string title, Axis x, ReadOnlyMemory<double> edges, ReadOnlyMemory<double> counts, double? level = null) => throw new NotImplementedException();
}
