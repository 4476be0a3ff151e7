namespace Interlock.Policies.Onnx;

/// <summary>One graph of the chain.</summary>
public sealed record OnnxStage
{
    /// <summary>The <c>.onnx</c> file; weights in a file beside it are found by the runtime.</summary>
    public required string Path { get; init; }

    /// <summary>What its inputs take. One that is not named here is an output of an earlier stage of that name, or is guessed where its name leaves no doubt.</summary>
    public IReadOnlyList<OnnxInput> Inputs { get; init; } = [];

    /// <summary>When it is computed.</summary>
    public OnnxRecompute Recompute { get; init; } = OnnxRecompute.Always;

    /// <summary>With <see cref="OnnxRecompute.EveryCalls"/>: once in this many answers, 1 and up.</summary>
    public int Every { get; init; } = 1;
}
