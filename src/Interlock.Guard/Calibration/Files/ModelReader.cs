using Interlock.Guard.Calibration.Models;

namespace Interlock.Guard.Calibration.Files;

/// <summary>Reads the models of the monitors.</summary>
internal static class ModelReader
{
    private const int LargestUnseen = 1 << 16;

    public static MonitorModels Read(CalibrationNode? node, int channels)
    {
        if (node is null)
        {
            return new MonitorModels();
        }

        MonitorModels models = new()
        {
            Conformal = Conformal(node.Child("conformal", required: false), channels),
            Mahalanobis = Mahalanobis(node.Child("mahalanobis", required: false), channels),
            LinearPredictability = Predictability(node.Child("linear_predictability", required: false), channels),
            Correlation = node.Has("motion_correlation") ? new CorrelationModel(node.Numbers("motion_correlation", channels * channels)) : null,
            Energy = Energy(node.Child("energy", required: false)),
            StallMotionNorm = node.OptionalNumber("stall_motion_norm", above: 0),
            MotionDeadBand = node.Has("motion_dead_band") ? DeadBand(node, channels) : null,
        };
        node.RefuseOthers();
        return models;
    }

    private static ConformalModel? Conformal(CalibrationNode? node, int channels)
    {
        if (node is null)
        {
            return null;
        }

        double[] finite = node.Ascending("sorted_scores");
        double[] unseen = new double[node.Count("unseen_scores", 0, LargestUnseen)];
        Array.Fill(unseen, double.PositiveInfinity);
        ConformalModel model = new(node.Numbers("mean", channels), node.Numbers("scale", channels, above: 0), [.. finite, .. unseen]);
        node.RefuseOthers();
        return model;
    }

    private static MahalanobisModel? Mahalanobis(CalibrationNode? node, int channels)
    {
        if (node is null)
        {
            return null;
        }

        MahalanobisModel model = new(
            node.Numbers("mean", channels),
            node.Numbers("whitening", channels * channels),
            node.Number("shrinkage", above: -1, below: 2));
        node.RefuseOthers();
        return model;
    }

    private static LinearPredictabilityModel? Predictability(CalibrationNode? node, int channels)
    {
        if (node is null)
        {
            return null;
        }

        LinearPredictabilityModel model = new(
            node.Numbers("slope", channels),
            node.Numbers("intercept", channels),
            node.Numbers("error_scale", channels, above: 0));
        node.RefuseOthers();
        return model;
    }

    private static EnergyModel? Energy(CalibrationNode? node)
    {
        if (node is null)
        {
            return null;
        }

        EnergyModel model = new(node.Number("mean"), node.Number("standard_deviation", above: 0));
        node.RefuseOthers();
        return model;
    }

    private static double[] DeadBand(CalibrationNode node, int channels)
    {
        double[] band = node.Numbers("motion_dead_band", channels);
        int negative = Array.FindIndex(band, value => value < 0);
        if (negative >= 0)
        {
            node.Error(
                CalibrationCodes.ValueOutOfRange,
                $"motion_dead_band[{negative}] is {band[negative]} and has to be 0 or more",
                "motion_dead_band");
        }

        return band;
    }
}
