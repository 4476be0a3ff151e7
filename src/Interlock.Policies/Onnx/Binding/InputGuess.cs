using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>What an undeclared input takes, where its name and type leave no doubt. Scaled images, constants and dropout rates are never guessed.</summary>
internal static class InputGuess
{
    private static readonly Dictionary<string, OnnxInputSource> Names = new()
    {
        ["state"] = OnnxInputSource.State,
        ["observation.state"] = OnnxInputSource.State,
        ["observation/state"] = OnnxInputSource.State,
        ["prefix"] = OnnxInputSource.Prefix,
        ["action_prefix"] = OnnxInputSource.Prefix,
        ["prefix_length"] = OnnxInputSource.PrefixLength,
        ["inference_delay"] = OnnxInputSource.DelaySteps,
        ["delay_steps"] = OnnxInputSource.DelaySteps,
        ["previous_action"] = OnnxInputSource.PreviousAction,
        ["task"] = OnnxInputSource.TaskIds,
        ["task_ids"] = OnnxInputSource.TaskIds,
        ["input_ids"] = OnnxInputSource.TaskIds,
        ["attention_mask"] = OnnxInputSource.TaskMask,
        ["task_mask"] = OnnxInputSource.TaskMask,
        ["noise"] = OnnxInputSource.Noise,
        ["seed"] = OnnxInputSource.Seed,
    };

    private static readonly string[] ImagePrefixes = ["observation.images.", "observation/images/", "images."];

    /// <summary>Null where there is doubt.</summary>
    public static OnnxInput? Of(TensorInfo input)
    {
        if (Names.TryGetValue(input.Name, out OnnxInputSource source))
        {
            return new OnnxInput { Name = input.Name, Source = source };
        }

        bool isImage = input.Type == ElementType.UInt8 && ImageShape.Of(WithBatch(input.Shape), null) is not null;
        return !isImage ? null
            : input.Name == "image" ? new OnnxInput { Name = input.Name, Source = OnnxInputSource.Image }
            : Array.Find(ImagePrefixes, prefix => input.Name.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix
                ? new OnnxInput { Name = input.Name, Source = OnnxInputSource.Image, Camera = input.Name[prefix.Length..] }
                : null;
    }

    /// <summary>What to write for an input that could not be guessed.</summary>
    public static string Advice(TensorInfo input)
    {
        bool isImage = ImageShape.Of(WithBatch(input.Shape), null) is not null;
        string source = isImage ? "image, camera: CAMERA, mean: [R, G, B], std: [R, G, B]" : "SOURCE";
        string sources = string.Join(", ", Core.Text.EnumWord.All<OnnxInputSource>());
        return $"write inputs: [{{ name: {input.Name}, source: {source} }}]; sources are {sources}";
    }

    private static IReadOnlyList<long> WithBatch(IReadOnlyList<long> shape) =>
        shape.Count > 0 && shape[0] < 0 ? [1, .. shape.Skip(1)] : shape;
}
