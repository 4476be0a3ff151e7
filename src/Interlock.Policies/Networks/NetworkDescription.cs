namespace Interlock.Policies.Networks;

/// <summary>What a <c>*.network.json</c> file says; see <c>docs/policies.md</c>.</summary>
public sealed record NetworkDescription
{
    /// <summary>Format tag of the file.</summary>
    public const string FormatTag = "network/1";

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>The safetensors file, relative to the description.</summary>
    public required string Weights { get; init; }

    /// <summary>State values, S.</summary>
    public required int StateDimension { get; init; }

    /// <summary>Values per action, D.</summary>
    public required int ActionDimension { get; init; }

    /// <summary>Rows of an answer, T.</summary>
    public required int Rows { get; init; }

    /// <summary>Instructions, one input each after the state (1 for the present one, 0 for the others); none for a network without them.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>Subtracted from the state, S values; empty for nothing.</summary>
    public IReadOnlyList<double> StateMean { get; init; } = [];

    /// <summary>The state less its mean is divided by it, S values above 0; empty for nothing.</summary>
    public IReadOnlyList<double> StateDeviation { get; init; } = [];

    /// <summary>Dense layers from input to output, one or more.</summary>
    public required IReadOnlyList<LayerDescription> Layers { get; init; }

    /// <summary>Bins of the output; null where the output is the actions themselves.</summary>
    public TokenHead? Tokens { get; init; }

    /// <summary>Inputs of the first layer: S and one for each task.</summary>
    internal int InputWidth => StateDimension + Tasks.Count;

    /// <summary>Outputs of the last layer: T·D, times the bins where there are tokens.</summary>
    internal int OutputWidth => Rows * ActionDimension * (Tokens?.Bins ?? 1);
}
