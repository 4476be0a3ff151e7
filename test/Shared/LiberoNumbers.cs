namespace Interlock.TestSupport;

/// <summary>
/// The action statistics of the four LIBERO entries of the published OpenVLA checkpoints, as the specification note prints them (section 3.1):
/// x, y, z, roll, pitch, yaw. Mean and std are rounded to six decimals there.
/// </summary>
internal static class LiberoNumbers
{
    public static IReadOnlyList<string> Channels { get; } = ["x", "y", "z", "roll", "pitch", "yaw"];

    /// <summary>Demonstrated commands reach this far, in every entry; the exact extremes are in the statistics file.</summary>
    public const double ReachOfTranslation = 0.9375;

    /// <summary>As <see cref="ReachOfTranslation"/>, for rotation.</summary>
    public const double ReachOfRotation = 0.375;

    public static IReadOnlyDictionary<string, Row> Entries { get; } = new Dictionary<string, Row>(StringComparer.Ordinal)
    {
        ["libero_spatial"] = new(
            [-0.7454732114076613, -0.6616071462631226, -0.9375, -0.1071428582072258, -0.20678570866584778, -0.1842857152223587],
            [0.9375, 0.8758928775787354, 0.9321428537368774, 0.1039285734295845, 0.17678570747375488, 0.14571428298950195],
            [0.153125, 0.137073, -0.155268, -0.005176, -0.011209, -0.020194],
            [0.412727, 0.347243, 0.508692, 0.037266, 0.072444, 0.057624]),
        ["libero_object"] = new(
            [-0.5383928418159485, -0.8758928775787354, -0.9375, -0.06964285671710968, -0.11678571254014969, -0.15964286029338837],
            [0.8464285731315613, 0.84375, 0.9375, 0.08142857253551483, 0.14892856776714325, 0.0867857113480568],
            [0.070965, 0.134989, -0.046014, 0.001235, 0.006999, -0.015028],
            [0.268124, 0.438468, 0.447497, 0.024447, 0.049356, 0.042107]),
        ["libero_goal"] = new(
            [-0.8785714507102966, -0.7553571462631226, -0.9375, -0.1510714292526245, -0.1639285683631897, -0.13777500048279764],
            [0.9375, 0.9107142686843872, 0.9375, 0.20357142388820648, 0.26357144117355347, 0.375],
            [0.047211, 0.028835, -0.148584, -0.002501, 0.026408, 0.027380],
            [0.396880, 0.347339, 0.492399, 0.055331, 0.078448, 0.100088]),
        ["libero_10"] = new(
            [-0.6348214149475098, -0.7741071581840515, -0.7633928656578064, -0.09749999642372131, -0.14819999992847435, -0.2742857038974762],
            [0.7714285850524902, 0.8464285731315613, 0.9375, 0.13928571343421936, 0.15964286029338837, 0.3246428668498993],
            [0.018203, 0.058584, -0.055924, 0.004627, 0.002896, -0.007673],
            [0.282547, 0.359047, 0.367380, 0.037707, 0.054297, 0.087253]),
    };

    /// <summary>One entry, six numbers each.</summary>
    internal sealed record Row(double[] Q01, double[] Q99, double[] Mean, double[] Std);
}
