using Interlock.Core.Diagnostics;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>The rows of the chunk under way; rows beyond what the input holds are left out.</summary>
internal sealed class PrefixInput(string name, TensorBuffer buffer, int width) : InputBinding(name, buffer)
{
    public override int? ActionWidth => width;

    public int Rows => Buffer.Count / width;

    public override void Fill(InferenceContext context)
    {
        ReadOnlySpan<double> prefix = context.Request.Prefix.Span;
        if (prefix.Length % width != 0)
        {
            throw new DiagnosticException(
                OnnxCodes.PrefixLength,
                $"the prefix has {prefix.Length} values, which are no whole rows of the {width} that input '{Name}' takes");
        }

        for (int i = 0; i < Buffer.Count; i++)
        {
            Buffer.Set(i, i < prefix.Length ? prefix[i] : 0.0);
        }
    }
}
