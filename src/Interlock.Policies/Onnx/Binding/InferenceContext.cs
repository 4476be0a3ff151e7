using Interlock.Core.Randomness;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>What the inputs of one inference are made from; one object, filled again for every answer.</summary>
internal sealed class InferenceContext(TaskVocabulary tasks)
{
    public TaskVocabulary Tasks { get; } = tasks;

    public PolicyRequest Request { get; set; } = null!;

    /// <summary>Alternative chunk under way; 0 is the one to execute.</summary>
    public int Sample { get; set; }

    public SeededRandom Random { get; set; } = new(0);

    /// <summary>Values per action.</summary>
    public int ActionDimension { get; set; } = 1;

    /// <summary>Rows that the prefix input holds; 0 without one.</summary>
    public int PrefixRows { get; set; }

    /// <summary>The last answer; null before the policy knows its answers.</summary>
    public LastAnswer? Last { get; set; }
}
