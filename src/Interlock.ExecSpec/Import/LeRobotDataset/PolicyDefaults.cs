using Interlock.ExecSpec.Import.LeRobot;

namespace Interlock.ExecSpec.Import.LeRobotDataset;

/// <summary>Mode of the action that each policy type is trained with unless told otherwise (reference: ecosystem note, B2).</summary>
internal static class PolicyDefaults
{
    private static readonly Dictionary<string, string> Modes = new(StringComparer.Ordinal)
    {
        ["act"] = "MEAN_STD",
        ["diffusion"] = "MIN_MAX",
        ["vqbet"] = "MIN_MAX",
        ["smolvla"] = "MEAN_STD",
        ["pi0"] = "MEAN_STD",
        ["pi05"] = "QUANTILES",
    };

    public static string Types => string.Join(", ", Modes.Keys);

    public static NormalisationMode? Find(string type) => Modes.TryGetValue(type, out string? mode) ? NormalisationMode.Find(mode) : null;
}
