using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.LeRobot.Json;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>What <c>config.json</c> of a checkpoint says about its actions (reference: ecosystem note, B2).</summary>
internal sealed record PolicyConfig
{
    public const string File = "config.json";

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

    public static PolicyConfig Read(JsonView config)
    {
        string? type = Fields.Text(config, "type");
        int? chunk = Fields.Count(config, ChunkFieldOf(type));
        return new PolicyConfig
        {
            Type = type,
            Inputs = FeatureShape.ReadAll(config.Member("input_features")),
            Outputs = FeatureShape.ReadAll(config.Member("output_features")),
            Modes = ModesOf(config.Member("normalization_mapping")),
            ChunkLength = chunk,
            Execute = ExecuteOf(config, type, chunk),
            PaddedActionLength = Fields.Count(config, "max_action_dim"),
            UsesRelativeActions = Fields.Truth(config, "use_relative_actions"),
        };
    }

    /// <summary>True when a file has the features of a LeRobot policy.</summary>
    public static bool HasShape(JsonView? config) =>
        config is { } root && (root.Member("output_features") ?? root.Member("output_shapes")) is { IsObject: true };

    public static IReadOnlyDictionary<string, string> ModesOf(JsonView? map) =>
        Fields.Members(map).ToDictionary(member => member.Name, member => Fields.AsText(member.Value), StringComparer.Ordinal);

    private static string ChunkFieldOf(string? type) => type switch
    {
        "diffusion" or "tdmpc" => "horizon",
        "vqbet" => "action_chunk_size",
        _ => "chunk_size",
    };

    private static int? ExecuteOf(JsonView config, string? type, int? chunk) => type switch
    {
        "vqbet" => chunk,
        "act" when config.Member("temporal_ensemble_coeff") is not null => 1,
        _ => Fields.Count(config, "n_action_steps"),
    };
}
