using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>The action before the observed step, as this policy answered it.</summary>
internal sealed class PreviousActionInput(string name, TensorBuffer buffer) : InputBinding(name, buffer)
{
    public override int? ActionWidth => Buffer.Count;

    public override void Fill(InferenceContext context)
    {
        ReadOnlySpan<double> action = context.Last is { } last ? last.At(context.Request.Observation.Step - 1) : [];
        for (int i = 0; i < Buffer.Count; i++)
        {
            Buffer.Set(i, i < action.Length ? action[i] : 0.0);
        }
    }
}
