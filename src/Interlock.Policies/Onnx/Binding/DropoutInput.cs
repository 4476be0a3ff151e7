using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>Off for the sample to execute, on for the others.</summary>
internal sealed class DropoutInput(string name, TensorBuffer buffer, IReadOnlyList<double> values) : InputBinding(name, buffer)
{
    public override void Fill(InferenceContext context)
    {
        for (int i = 0; i < Buffer.Count; i++)
        {
            Buffer.Set(i, context.Sample == 0 ? 0 : values[i % values.Count]);
        }
    }
}
