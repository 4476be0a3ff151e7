namespace Interlock.Policies.Wire.Lerobot;

/// <summary>What a client tells a LeRobot policy server to load (<c>RemotePolicyConfig</c>).</summary>
/// <param name="PolicyType">For example <c>act</c> or <c>smolvla</c>.</param>
/// <param name="PretrainedNameOrPath">A Hub repository or a path on the server.</param>
/// <param name="Features">Feature name to a map of dtype, shape and names, as in a LeRobot dataset.</param>
/// <param name="ActionsPerChunk">Most actions per reply, 1 or more.</param>
/// <param name="Device">Where the model runs, for example <c>cpu</c> or <c>cuda</c>.</param>
/// <param name="RenameMap">Observation key of the robot to that of the policy; values are text.</param>
public sealed record PolicySetup(
    string PolicyType,
    string PretrainedNameOrPath,
    WireValue.Map Features,
    long ActionsPerChunk,
    string Device,
    WireValue.Map RenameMap)
{
    internal const string Name = "RemotePolicyConfig";

    internal static PolicySetup Of(WireFields fields) => new(
        fields.Text("policy_type"),
        fields.Text("pretrained_name_or_path"),
        fields.Map("lerobot_features"),
        fields.Integer("actions_per_chunk"),
        fields.Find("device") is null ? "cpu" : fields.Text("device"),
        fields.Find("rename_map") is null ? new WireValue.Map(new Dictionary<string, WireValue>()) : fields.Map("rename_map"));

    internal IEnumerable<KeyValuePair<string, WireValue>> Fields =>
    [
        new("policy_type", new WireValue.Text(PolicyType)),
        new("pretrained_name_or_path", new WireValue.Text(PretrainedNameOrPath)),
        new("lerobot_features", Features),
        new("actions_per_chunk", new WireValue.Integer(ActionsPerChunk)),
        new("device", new WireValue.Text(Device)),
        new("rename_map", RenameMap),
    ];
}
