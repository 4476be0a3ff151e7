namespace Interlock.ExecSpec.Import.LeRobot.Pipeline;

/// <summary>
/// The closed list of steps (reference: ecosystem note, B3). A name that is not on it could do anything to an action, so it is refused
/// rather than skipped.
/// </summary>
internal static class StepRegistry
{
    private static readonly Dictionary<string, StepKind> Kinds = new(StringComparer.Ordinal)
    {
        ["to_batch_processor"] = StepKind.Neutral,
        ["device_processor"] = StepKind.Neutral,
        ["tokenizer_processor"] = StepKind.Neutral,
        ["smolvla_new_line_processor"] = StepKind.Neutral,
        ["pi0_new_line_processor"] = StepKind.Neutral,
        ["pi05_prepare_state_tokenizer_processor_step"] = StepKind.Neutral,
        ["rename_observations_processor"] = StepKind.Renames,
        ["normalizer_processor"] = StepKind.Normalises,
        ["unnormalizer_processor"] = StepKind.Unnormalises,
        ["relative_actions_processor"] = StepKind.MakesRelative,
        ["absolute_actions_processor"] = StepKind.MakesAbsolute,
        ["action_tokenizer_processor"] = StepKind.ChangesActions,
        ["map_delta_action_to_robot_action"] = StepKind.ChangesActions,
        ["map_tensor_to_delta_action_dict"] = StepKind.ChangesActions,
        ["groot_action_unpack_unnormalize_v1"] = StepKind.ChangesActions,
        ["groot_action_unpack_unnormalize_v2"] = StepKind.ChangesActions,
        ["groot_n1_7_action_decode_v1"] = StepKind.ChangesActions,
    };

    public static IEnumerable<string> Names => Kinds.Keys;

    public static StepKind? Find(string name) => Kinds.TryGetValue(name, out StepKind kind) ? kind : null;
}
