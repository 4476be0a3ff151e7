using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Guard.Calibration.Box;

/// <summary>Turns thresholds, or the demonstrated range where there are none, into bounds.</summary>
internal static class BoxFit
{
    // An action that lies exactly on the threshold must not fall outside by the rounding of centre ± q·scale.
    private const double RoundingAllowance = 1e-12;

    private static readonly (double, double) Unbounded = (double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>centre ± threshold · scale; one threshold per channel.</summary>
    public static ChannelBounds FromThresholds(ChannelShape[] shapes, double[] thresholds, RangeUnion demonstrated) =>
        Build(shapes, (shape, j) => shape.Kind switch
        {
            ChannelKind.Continuous => Unbounded,
            ChannelKind.MovesOnlyLater => (demonstrated.Min[j], demonstrated.Max[j]),
            _ => Around(shape.Centre, thresholds[j] * shape.Scale),
        });

    /// <summary>The demonstrated range widened on either side by a share of its width, with the tolerance of stillness around a channel that never moves.</summary>
    public static ChannelBounds FromRange(ChannelShape[] shapes, RangeUnion demonstrated, double margin) =>
        Build(shapes, (shape, j) => shape.Kind switch
        {
            ChannelKind.Continuous => Unbounded,
            ChannelKind.Constant => Around(demonstrated.Middle(j), demonstrated.HalfWidth(j) + demonstrated.Stillness(j)),
            ChannelKind.MovesOnlyLater => (demonstrated.Min[j], demonstrated.Max[j]),
            _ => Around(demonstrated.Middle(j), demonstrated.HalfWidth(j) * (1 + (2 * margin))),
        });

    /// <summary>The heuristic that calibration is compared with: mean ± <paramref name="sigmas"/> standard deviations.</summary>
    public static ChannelBounds FromSigmas(ChannelShape[] shapes, double sigmas) =>
        Build(shapes, (shape, _) => shape.Kind is ChannelKind.Moving or ChannelKind.Bimodal
            ? Around(shape.Mean, sigmas * shape.StandardDeviation)
            : Unbounded);

    private static (double, double) Around(double centre, double halfWidth)
    {
        double slack = RoundingAllowance * (Math.Abs(centre) + halfWidth);
        return (centre - halfWidth - slack, centre + halfWidth + slack);
    }

    private static ChannelBounds Build(ChannelShape[] shapes, Func<ChannelShape, int, (double Min, double Max)> boundsOf)
    {
        (double Min, double Max)[] bounds = [.. shapes.Select(boundsOf)];
        return new ChannelBounds([.. bounds.Select(pair => pair.Min)], [.. bounds.Select(pair => pair.Max)]);
    }
}
