using Interlock.Core.Diagnostics;
using Interlock.Policies.Onnx.Binding;
using Interlock.Policies.Onnx.Graphs;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx;

/// <summary>What a loaded chain answers.</summary>
internal sealed record AnswerPlan(PolicyDescription Description, ActionOutput Actions, LogitsOutput? Logits, InferenceContext Context)
{
    /// <exception cref="DiagnosticException">PO147, PO149, PO155.</exception>
    public static AnswerPlan Of(StageChain chain, OnnxPolicyOptions options, TaskVocabulary tasks)
    {
        ActionOutput actions = ActionsOf(chain, options);
        CheckWidths(chain, actions);
        CheckSamples(chain, options);
        PrefixInput? prefix = chain.Bindings.OfType<PrefixInput>().FirstOrDefault();
        PolicyDescription description = new()
        {
            Name = options.Name ?? Path.GetFileName(options.Stages[^1].Path),
            Kind = "onnx",
            ActionDimension = actions.Dimension,
            MaxRows = actions.Rows,
            MaxSamples = actions.Samples * options.Samples,
            TakesPrefix = prefix is not null,
        };
        InferenceContext context = new(tasks)
        {
            ActionDimension = actions.Dimension,
            PrefixRows = prefix?.Rows ?? 0,
            Last = chain.Bindings.OfType<PreviousActionInput>().Any() ? new LastAnswer(actions.Dimension, actions.Rows) : null,
        };
        return new AnswerPlan(description, actions, LogitsOf(chain), context);
    }

    private static ActionOutput ActionsOf(StageChain chain, OnnxPolicyOptions options)
    {
        OrtTensor tensor = chain.Output(chain.Choice.ActionsStage, chain.Choice.Actions);
        (ActionOutput? actions, string? problem) = ActionOutput.Of(tensor, options.Outputs.SamplesAxis);
        return actions ?? throw Wrong(chain, chain.Choice.ActionsStage, $"output '{chain.Choice.Actions}' ({tensor.Text}) is no chunk: {problem}");
    }

    private static LogitsOutput? LogitsOf(StageChain chain)
    {
        if (chain.Choice.LogitsStage is not { } stage)
        {
            return null;
        }

        OrtTensor tensor = chain.Output(stage, chain.Choice.Logits!);
        bool isUsable = tensor.Buffer.Type.IsFloating() && tensor.Shape.Count > 0 && tensor.Buffer.Count > 0;
        return isUsable ? new LogitsOutput(tensor) : throw Wrong(chain, stage, $"output '{chain.Choice.Logits}' ({tensor.Text}) holds no logits");
    }

    private static DiagnosticException Wrong(StageChain chain, int stage, string message) =>
        new(OnnxCodes.OutputShape, message, SourcePlace.OfFile(chain.Stages[stage].Path));

    private static void CheckWidths(StageChain chain, ActionOutput actions)
    {
        if (chain.Bindings.FirstOrDefault(binding => binding.ActionWidth is { } width && width != actions.Dimension) is { } wrong)
        {
            throw new DiagnosticException(
                OnnxCodes.InputUnsuitable, $"input '{wrong.Name}' takes actions of {wrong.ActionWidth} values, the policy answers {actions.Dimension}");
        }
    }

    private static void CheckSamples(StageChain chain, OnnxPolicyOptions options)
    {
        if (options.Samples > 1 && !chain.Bindings.Any(binding => binding is NoiseInput or SeedInput or DropoutInput))
        {
            throw new DiagnosticException(
                OnnxCodes.SettingOutOfRange,
                $"samples is {options.Samples}, but the graph has no input that takes noise, seed or dropout: all samples would be equal",
                hint: "declare such an input, or write samples: 1");
        }
    }
}
