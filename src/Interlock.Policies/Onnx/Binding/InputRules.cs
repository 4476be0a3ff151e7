using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>What must hold between a declared input and the tensor it fills.</summary>
internal sealed class InputRules(TaskVocabulary tasks)
{
    /// <summary>What is wrong, or null.</summary>
    public string? Problem(OnnxInput declared, ElementType type, IReadOnlyList<long> shape)
    {
        long count = shape.Aggregate(1L, (product, size) => product * size);
        return declared.Source switch
        {
            _ when !declared.Source.CanFill(type) => $"{Core.Text.EnumWord.Of(declared.Source)} cannot be written into {type.Word()}",
            OnnxInputSource.Image => Image(declared, shape),
            OnnxInputSource.Prefix when shape.Count == 0 => "a prefix needs a last dimension with the values of an action",
            OnnxInputSource.TaskIds or OnnxInputSource.TaskMask => Tasks(count),
            OnnxInputSource.Constant or OnnxInputSource.Dropout when declared.Values.Count != 1 && declared.Values.Count != count =>
                $"it takes {count} values, {declared.Values.Count} are written; write values: [VALUE] for one that fills it",
            _ => null,
        };
    }

    private static string? Image(OnnxInput declared, IReadOnlyList<long> shape) =>
        ImageShape.Of(shape, declared.Layout) is null
            ? "its shape is not 3×height×width or height×width×3 of one image; write layout: chw or hwc where both are possible"
        : declared.Mean is { Count: not ImageShape.Colours } || declared.Std is { Count: not ImageShape.Colours }
            ? "mean and std have one value each for red, green and blue"
        : declared.Std is { } std && std.Any(value => !(value > 0 && double.IsFinite(value))) ? "every std must be above 0"
        : declared.Mean is { } mean && !mean.All(double.IsFinite) ? "every mean must be finite"
        : null;

    private string? Tasks(long count) =>
        tasks.Count == 0 ? "no instruction has token ids; write task_tokens"
        : tasks.LongestTokens > count ? $"it takes {count} tokens, an instruction has {tasks.LongestTokens}"
        : null;
}
