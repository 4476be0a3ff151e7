namespace Interlock.Policies.Onnx;

/// <summary>What one input of a graph takes.</summary>
public sealed record OnnxInput
{
    /// <summary>Name in the graph.</summary>
    public required string Name { get; init; }

    /// <summary>What it takes.</summary>
    public required OnnxInputSource Source { get; init; }

    /// <summary>Its whole shape, for a graph that leaves dimensions open; null when only the first is open, which is the batch and becomes 1.</summary>
    public IReadOnlyList<int>? Shape { get; init; }

    /// <summary>With <see cref="OnnxInputSource.Image"/>: name of the camera; null for the only one.</summary>
    public string? Camera { get; init; }

    /// <summary>With <see cref="OnnxInputSource.Image"/>: order of the numbers; null when the shape has one dimension of 3 that tells it.</summary>
    public OnnxImageLayout? Layout { get; init; }

    /// <summary>With an image into floating point: mean of red, green and blue after division by 255; null for 0.</summary>
    public IReadOnlyList<double>? Mean { get; init; }

    /// <summary>With an image into floating point: what (value/255 − mean) is divided by, above 0; null for 1.</summary>
    public IReadOnlyList<double>? Std { get; init; }

    /// <summary>With <see cref="OnnxInputSource.Constant"/> and <see cref="OnnxInputSource.Dropout"/>: the values, row-major, or one for all.</summary>
    public IReadOnlyList<double> Values { get; init; } = [];
}
