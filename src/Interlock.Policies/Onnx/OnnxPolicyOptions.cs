namespace Interlock.Policies.Onnx;

/// <summary>How an ONNX policy is loaded and run.</summary>
public sealed record OnnxPolicyOptions
{
    /// <summary>The graphs in the order they run, 1 or more; outputs of one are inputs of later ones by name.</summary>
    public required IReadOnlyList<OnnxStage> Stages { get; init; }

    /// <summary>Which outputs of the stages are the answer.</summary>
    public OnnxOutputs Outputs { get; init; } = new();

    /// <summary>Name for people; null for the file name of the last stage.</summary>
    public string? Name { get; init; }

    /// <summary>Token ids of each instruction, for <see cref="OnnxInputSource.TaskIds"/>; one id per instruction for a policy that counts its tasks.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<long>> TaskTokens { get; init; } = new Dictionary<string, IReadOnlyList<long>>();

    /// <summary>Id that fills the places behind an instruction's tokens.</summary>
    public long PadToken { get; init; }

    /// <summary>
    /// Alternative chunks per answer, 1 and up. More than 1 runs the graph again with other noise, seed or dropout, and needs such an
    /// input; the first sample is the one to execute.
    /// </summary>
    public int Samples { get; init; } = 1;

    /// <summary>Threads of one inference, 1 and up. Leave a core to the control loop.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>True lets idle inference threads spin: faster on free cores, several times slower where another thread keeps a core busy.</summary>
    public bool AllowSpinning { get; init; }

    /// <summary>Inferences on empty inputs at load, 0 and up, so that the first real one is not the slow one.</summary>
    public int WarmUpRuns { get; init; } = 3;

    /// <summary>The native library; null for the search of <c>OnnxRuntimeLibrary</c>.</summary>
    public string? LibraryPath { get; init; }
}
