namespace Interlock.ExecSpec.Specification;

/// <summary>How the instruction becomes the prompt.</summary>
public sealed record PromptSpec
{
    /// <summary>Text with <c>{instruction}</c> in it.</summary>
    public string? Template { get; init; }

    /// <summary>Case of the instruction: <c>lower</c> or <c>keep</c>.</summary>
    public string? Case { get; init; }

    /// <summary>What happens to a full stop at its end: <c>strip</c> or <c>keep</c>.</summary>
    public string? TrailingPunctuation { get; init; }
}
