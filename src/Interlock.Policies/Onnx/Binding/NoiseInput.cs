using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>Standard normal numbers.</summary>
internal sealed class NoiseInput(string name, TensorBuffer buffer) : InputBinding(name, buffer)
{
    public override void Fill(InferenceContext context)
    {
        for (int i = 0; i < Buffer.Count; i++)
        {
            Buffer.Set(i, context.Random.NextNormal());
        }
    }
}
