using Interlock.Policies.Onnx;

namespace Interlock.Policies.Tests.Onnx;

/// <summary>A test that needs ONNX Runtime. Skipped, with what to do, where the library is absent; in continuous integration it fails instead.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnnxFactAttribute : FactAttribute
{
    private static readonly OnnxRuntimeFinding Library = OnnxRuntimeLibrary.Find();

    public OnnxFactAttribute()
    {
        if (Library.Problem is { } problem && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = problem.ToString();
        }
    }
}
