namespace Interlock.Policies.Onnx;

/// <summary>Which outputs are the answer.</summary>
public sealed record OnnxOutputs
{
    /// <summary>Output with the actions, T×D behind dimensions of 1; null for the output called <c>actions</c> or <c>action</c>, or the only one.</summary>
    public string? Actions { get; init; }

    /// <summary>Dimension of the actions that counts alternative chunks, from 0; null for none.</summary>
    public int? SamplesAxis { get; init; }

    /// <summary>Output with the logits of the action tokens, the vocabulary last; null for the output called <c>logits</c>, or none.</summary>
    public string? Logits { get; init; }
}
