using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>Which places of the token ids belong to the instruction.</summary>
internal sealed class TaskMaskInput(string name, TensorBuffer buffer) : InputBinding(name, buffer)
{
    public override void Fill(InferenceContext context)
    {
        int length = context.Tasks.Of(context.Request.Observation.Task).Length;
        for (int i = 0; i < Buffer.Count; i++)
        {
            Buffer.Set(i, i < length ? 1L : 0L);
        }
    }
}
