using Interlock.Core.Diagnostics;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>The measured state.</summary>
internal sealed class StateInput(string name, TensorBuffer buffer) : InputBinding(name, buffer)
{
    public override void Fill(InferenceContext context)
    {
        ReadOnlySpan<double> state = context.Request.Observation.State.Span;
        if (state.Length != Buffer.Count)
        {
            throw new DiagnosticException(
                OnnxCodes.StateLength,
                $"the robot reports {state.Length} values, input '{Name}' takes {Buffer.Count}",
                hint: "the policy was made for another robot, or the contract has other channels");
        }

        for (int i = 0; i < state.Length; i++)
        {
            Buffer.Set(i, state[i]);
        }
    }
}
