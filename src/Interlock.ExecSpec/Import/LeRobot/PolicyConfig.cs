namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>What <c>config.json</c> of a checkpoint says about its actions (reference: ecosystem note, B2).</summary>
internal sealed record PolicyConfig
{
    /// <summary>Policy type: <c>act</c>, <c>diffusion</c>, <c>smolvla</c>, ….</summary>
    public string? Type { get; init; }

    public required IReadOnlyDictionary<string, FeatureShape> Inputs { get; init; }

    public required IReadOnlyDictionary<string, FeatureShape> Outputs { get; init; }

    /// <summary>Mode by feature type; empty when the file does not say.</summary>
    public required IReadOnlyDictionary<string, string> Modes { get; init; }

    /// <summary>Actions per inference.</summary>
    public int? ChunkLength { get; init; }

    /// <summary>Actions of a chunk that are executed before the next inference.</summary>
    public int? Execute { get; init; }

    /// <summary>Width to which actions are padded inside the network; null when they are not.</summary>
    public int? PaddedActionLength { get; init; }

    /// <summary>Whether the policy was trained on offsets from the state; null when not stated.</summary>
    public bool? UsesRelativeActions { get; init; }

    public static PolicyConfig Read(JsonPart config)
    {
        string? type = config.Text("type");
        int? chunk = config.Count(ChunkFieldOf(type));
        return new PolicyConfig
        {
            Type = type,
            Inputs = FeatureShape.ReadAll(config.Find("input_features")),
            Outputs = FeatureShape.ReadAll(config.Find("output_features")),
            Modes = ModesOf(config.Find("normalization_mapping")),
            ChunkLength = chunk,
            Execute = ExecuteOf(config, type, chunk),
            PaddedActionLength = config.Count("max_action_dim"),
            UsesRelativeActions = config.Flag("use_relative_actions"),
        };
    }

    public static IReadOnlyDictionary<string, string> ModesOf(JsonPart? map) =>
        map?.Members().GroupBy(member => member.Name).ToDictionary(group => group.Key, group => group.Last().Part.AsText(), StringComparer.Ordinal)
        ?? [];

    private static string ChunkFieldOf(string? type) => type switch
    {
        "diffusion" or "tdmpc" => "horizon",
        "vqbet" => "action_chunk_size",
        _ => "chunk_size",
    };

    private static int? ExecuteOf(JsonPart config, string? type, int? chunk) => type switch
    {
        "vqbet" => chunk,
        "act" when config.Find("temporal_ensemble_coeff") is not null => 1,
        _ => config.Count("n_action_steps"),
    };
}
