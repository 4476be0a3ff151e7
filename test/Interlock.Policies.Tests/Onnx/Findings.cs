using Interlock.Core.Diagnostics;
using Interlock.Policies.Onnx;

namespace Interlock.Policies.Tests.Onnx;

/// <summary>What loading or asking finds.</summary>
internal static class Findings
{
    public static Diagnostic OfLoading(OnnxPolicyOptions options)
    {
        DiagnosticException thrown = Assert.Throws<DiagnosticException>(() => OnnxPolicy.Load(options).Dispose());
        return thrown.Diagnostics[0];
    }

    public static Diagnostic OfAsking(OnnxPolicy policy, PolicyRequest request) =>
        Assert.Throws<DiagnosticException>(() => Graph.Answer(policy, request)).Diagnostics[0];
}
