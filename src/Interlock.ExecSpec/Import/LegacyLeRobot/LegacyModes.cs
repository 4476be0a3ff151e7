using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.LeRobot;
using Interlock.ExecSpec.Import.LeRobot.Json;

namespace Interlock.ExecSpec.Import.LegacyLeRobot;

/// <summary>Modes by feature type, from <c>normalization_mapping</c>, or from the per-feature maps of still older files.</summary>
internal static class LegacyModes
{
    public static IReadOnlyDictionary<string, string> Read(JsonView config, PolicyConfig policy)
    {
        if (policy.Modes.Count > 0)
        {
            return policy.Modes;
        }

        Dictionary<string, string> modes = new(StringComparer.Ordinal);
        Add(modes, FeatureShape.ActionType, config.Member("output_normalization_modes"), FeatureShape.ActionKey);
        Add(modes, FeatureShape.StateType, config.Member("input_normalization_modes"), FeatureShape.StateKey);
        return modes;
    }

    private static void Add(Dictionary<string, string> modes, string type, JsonView? map, string feature)
    {
        if (map is { } features && Fields.Text(features, feature) is { } mode)
        {
            modes[type] = mode.ToUpperInvariant();
        }
    }
}
