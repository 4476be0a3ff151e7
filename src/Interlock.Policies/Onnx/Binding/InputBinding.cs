using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>Writes one input of a graph before an inference. Only what differs is written: the buffer knows whether anything changed.</summary>
internal abstract class InputBinding(string name, TensorBuffer buffer)
{
    public string Name => name;

    public TensorBuffer Buffer => buffer;

    /// <summary>Values per action that it expects; null for one that takes no actions.</summary>
    public virtual int? ActionWidth => null;

    /// <exception cref="Interlock.Core.Diagnostics.DiagnosticException">The request does not have what the input takes.</exception>
    public abstract void Fill(InferenceContext context);

    /// <summary>Forgets the episode.</summary>
    public virtual void Reset()
    {
    }
}
