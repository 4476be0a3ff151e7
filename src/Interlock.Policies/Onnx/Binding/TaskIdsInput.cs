using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>The token ids of the instruction, padded.</summary>
internal sealed class TaskIdsInput(string name, TensorBuffer buffer) : InputBinding(name, buffer)
{
    public override void Fill(InferenceContext context)
    {
        ReadOnlySpan<long> tokens = context.Tasks.Of(context.Request.Observation.Task);
        for (int i = 0; i < Buffer.Count; i++)
        {
            Buffer.Set(i, i < tokens.Length ? tokens[i] : context.Tasks.PadToken);
        }
    }
}
