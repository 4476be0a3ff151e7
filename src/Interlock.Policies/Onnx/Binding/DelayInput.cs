using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>The steps that will have been executed when the answer arrives.</summary>
internal sealed class DelayInput(string name, TensorBuffer buffer) : InputBinding(name, buffer)
{
    public override void Fill(InferenceContext context)
    {
        for (int i = 0; i < Buffer.Count; i++)
        {
            Buffer.Set(i, (long)context.Request.ExpectedDelaySteps);
        }
    }
}
