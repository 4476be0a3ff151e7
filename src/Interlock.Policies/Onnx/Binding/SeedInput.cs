using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>A whole number for the graph's own generator; a float32 input keeps its upper 24 bits.</summary>
internal sealed class SeedInput(string name, TensorBuffer buffer) : InputBinding(name, buffer)
{
    private const int UnusedBits = 33;

    public override void Fill(InferenceContext context)
    {
        for (int i = 0; i < Buffer.Count; i++)
        {
            Buffer.Set(i, (long)(context.Random.NextBits() >> UnusedBits));
        }
    }
}
