using System.Text;
using System.Text.Json.Nodes;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Tests.Safetensors;

namespace Interlock.ExecSpec.Tests.Import.LeRobot;

/// <summary>A checkpoint as LeRobot writes it: ACT on a six-channel SO-101, mean/std, both pipelines and their states. Tests spoil parts of it.</summary>
internal sealed class LeRobotCheckpoint
{
    public const string PreState = "policy_preprocessor_step_3_normalizer_processor.safetensors";
    public const string PostState = "policy_postprocessor_step_0_unnormalizer_processor.safetensors";

    public static readonly double[] Mean = [1, -2, 3, -4, 5, 50];
    public static readonly double[] Std = [10, 20, 30, 40, 50, 25];

    private static readonly string[] Names =
        ["shoulder_pan.pos", "shoulder_lift.pos", "elbow_flex.pos", "wrist_flex.pos", "wrist_roll.pos", "gripper.pos"];

    public JsonObject Config { get; } = Object("""
        {
          "type": "act", "n_obs_steps": 1, "chunk_size": 100, "n_action_steps": 50,
          "input_features": {"observation.state": {"type": "STATE", "shape": [6]}, "observation.images.top": {"type": "VISUAL", "shape": [3, 480, 640]}},
          "output_features": {"action": {"type": "ACTION", "shape": [6]}},
          "normalization_mapping": {"VISUAL": "MEAN_STD", "STATE": "MEAN_STD", "ACTION": "MEAN_STD"}
        }
        """);

    public JsonObject? Pre { get; set; } = Object($$$"""
        {
          "name": "policy_preprocessor",
          "steps": [
            {"registry_name": "rename_observations_processor", "config": {"rename_map": {} } },
            {"registry_name": "to_batch_processor", "config": {}},
            {"registry_name": "relative_actions_processor", "config": {"enabled": false, "exclude_joints": [], "action_names": null}},
            {"registry_name": "normalizer_processor", "config": {{{Normaliser()}}}, "state_file": "{{{PreState}}}"}
          ]
        }
        """);

    public JsonObject Post { get; } = Object($$$"""
        {
          "name": "policy_postprocessor",
          "steps": [
            {"registry_name": "unnormalizer_processor", "config": {{{Normaliser()}}}, "state_file": "{{{PostState}}}"},
            {"registry_name": "absolute_actions_processor", "config": {"enabled": false}},
            {"registry_name": "device_processor", "config": {"device": "cpu", "float_dtype": null}}
          ]
        }
        """);

    /// <summary>The dataset's info beside the checkpoint; null for none.</summary>
    public JsonObject? Info { get; set; } = new()
    {
        ["fps"] = 30,
        ["robot_type"] = "so101_follower",
        ["features"] = new JsonObject { ["action"] = new JsonObject { ["shape"] = new JsonArray(6), ["names"] = new JsonArray([.. Names.Select(name => JsonValue.Create(name))]) } },
    };

    public SafetensorsBytes PreTensors { get; set; } = Tensors().F32("observation.state.mean", Mean).F32("observation.state.std", Std);

    public SafetensorsBytes PostTensors { get; set; } = Tensors();

    public JsonObject UnnormaliserConfig => (JsonObject)Post["steps"]![0]!["config"]!;

    public JsonObject NormaliserConfig => (JsonObject)Pre!["steps"]![3]!["config"]!;

    public JsonObject RelativeConfig => (JsonObject)Pre!["steps"]![2]!["config"]!;

    public JsonObject AbsoluteConfig => (JsonObject)Post["steps"]![1]!["config"]!;

    public static SafetensorsBytes Tensors() => new SafetensorsBytes().F32("action.mean", Mean).F32("action.std", Std);

    public static JsonObject Object(string json) => (JsonObject)JsonNode.Parse(json)!;

    /// <summary>The files by their names.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Files()
    {
        (string, byte[])?[] files =
        [
            ("config.json", Text(Config)),
            Pre is null ? null : ("policy_preprocessor.json", Text(Pre)),
            ("policy_postprocessor.json", Text(Post)),
            Info is null ? null : ("meta/info.json", Text(Info)),
            (PreState, PreTensors.ToArray()),
            (PostState, PostTensors.ToArray()),
        ];
        return [.. files.OfType<(string, byte[])>()];
    }

    public SpecImport Import(ImportRequest? request = null)
    {
        using TemporaryFolder folder = new();
        foreach ((string name, byte[] bytes) in Files())
        {
            folder.Write(name, bytes);
        }

        return SpecImport.Open(folder.Root, request);
    }

    /// <summary>Imports the sound checkpoint, which has no such finding, and then the spoilt one, whose finding is returned.</summary>
    public static Diagnostic Trap(string code, Action<LeRobotCheckpoint> spoil, ImportRequest? request = null)
    {
        Assert.DoesNotContain(new LeRobotCheckpoint().Import(request).Findings, item => item.Code == code);
        LeRobotCheckpoint spoilt = new();
        spoil(spoilt);
        return FirstOf(code, spoilt, request);
    }

    private static Diagnostic FirstOf(string code, LeRobotCheckpoint checkpoint, ImportRequest? request)
    {
        try
        {
            IReadOnlyList<Diagnostic> findings = checkpoint.Import(request).Findings;
            Assert.Contains(findings, item => item.Code == code);
            return findings.First(item => item.Code == code);
        }
        catch (DiagnosticException exception)
        {
            return Assert.Single(exception.Diagnostics, item => item.Code == code);
        }
    }

    private static byte[] Text(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    private static string Normaliser() => """
        {"eps": 1e-08, "features": {"action": {"type": "ACTION", "shape": [6]}, "observation.state": {"type": "STATE", "shape": [6]}},
         "norm_map": {"VISUAL": "MEAN_STD", "STATE": "MEAN_STD", "ACTION": "MEAN_STD"}}
        """;
}
