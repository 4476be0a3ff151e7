using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.LeRobot.Json;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>A feature of a policy.</summary>
/// <param name="Type"><c>ACTION</c>, <c>STATE</c>, <c>VISUAL</c>, …; null when not stated.</param>
/// <param name="Shape">Lengths; [D] for an action.</param>
internal sealed record FeatureShape(string? Type, IReadOnlyList<int> Shape)
{
    /// <summary>Key of the action, the one that the unnormaliser asks for.</summary>
    public const string ActionKey = "action";

    /// <summary>Key of the robot's state.</summary>
    public const string StateKey = "observation.state";

    /// <summary>Type of the action in normalisation maps.</summary>
    public const string ActionType = "ACTION";

    /// <summary>Type of the robot's state in normalisation maps.</summary>
    public const string StateType = "STATE";

    public static IReadOnlyDictionary<string, FeatureShape> ReadAll(JsonView? features) => Fields.Members(features).ToDictionary(
        feature => feature.Name,
        feature => new FeatureShape(
            Fields.Text(feature.Value, "type"),
            feature.Value.Member("shape") is { } shape ? [.. Fields.Items(shape).Select(Fields.AsCount)] : []),
        StringComparer.Ordinal);

    /// <summary>Elements of the action; null when the features do not say.</summary>
    public static int? ActionLength(IReadOnlyDictionary<string, FeatureShape> features) =>
        features.GetValueOrDefault(ActionKey) is { Shape: [int length] } ? length : null;
}
