using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>Values that never change.</summary>
internal sealed class ConstantInput(string name, TensorBuffer buffer, IReadOnlyList<double> values) : InputBinding(name, buffer)
{
    public override void Fill(InferenceContext context)
    {
        for (int i = 0; i < Buffer.Count; i++)
        {
            Buffer.Set(i, values[i % values.Count]);
        }
    }
}
