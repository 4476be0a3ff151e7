using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>How many rows of the prefix input are given.</summary>
internal sealed class PrefixLengthInput(string name, TensorBuffer buffer) : InputBinding(name, buffer)
{
    public override void Fill(InferenceContext context)
    {
        long rows = Math.Min(context.Request.Prefix.Length / context.ActionDimension, context.PrefixRows);
        for (int i = 0; i < Buffer.Count; i++)
        {
            Buffer.Set(i, rows);
        }
    }
}
