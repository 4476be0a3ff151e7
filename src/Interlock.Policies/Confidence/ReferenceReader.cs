using Interlock.Policies.Files;

namespace Interlock.Policies.Confidence;

/// <summary>Reads the states of demonstrations out of a calibration file.</summary>
internal static class ReferenceReader
{
    private const int MostChannels = 4096;

    public static StateReference? Read(JsonGroup root)
    {
        if (root.Group(
                CalibrationKeys.Reference,
                CalibrationKeys.Neighbours,
                CalibrationKeys.Mean,
                CalibrationKeys.Deviation,
                CalibrationKeys.Factor,
                CalibrationKeys.Points) is not { } group)
        {
            return null;
        }

        int neighbours = group.Whole(CalibrationKeys.Neighbours, 1, StateReferenceOptions.MostNeighbours);
        double[] mean = group.Numbers(CalibrationKeys.Mean);
        double[] deviation = group.Numbers(CalibrationKeys.Deviation);
        double[] factor = group.Numbers(CalibrationKeys.Factor);
        double[] points = group.Numbers(CalibrationKeys.Points);
        if (IsWhole(mean, deviation, factor, points))
        {
            return new StateReference(mean, deviation, factor, points, neighbours);
        }

        group.Error(ConfidenceCodes.Inconsistent, CalibrationKeys.Mean, "mean, deviation, factor and points do not belong together");
        return null;
    }

    private static bool IsWhole(double[] mean, double[] deviation, double[] factor, double[] points)
    {
        int size = mean.Length;
        return size is > 0 and <= MostChannels
            && deviation.Length == size
            && deviation.All(value => value >= 0)
            && deviation.Any(value => value > 0)
            && factor.Length == size * size
            && Enumerable.Range(0, size).All(i => factor[(i * size) + i] > 0)
            && points.Length > 0
            && points.Length % size == 0
            && points.Length / size <= StateReferenceOptions.MostPoints;
    }
}
