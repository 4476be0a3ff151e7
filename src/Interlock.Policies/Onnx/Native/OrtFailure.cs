namespace Interlock.Policies.Onnx.Native;

/// <summary>What the runtime said about a call that failed; callers turn it into a finding that names the file.</summary>
internal sealed class OrtFailure(OrtErrorCode code, string message) : InvalidOperationException(message)
{
    public OrtErrorCode Code { get; } = code;
}
