using Interlock.Core.Diagnostics;
using Interlock.Policies.Onnx;

namespace Interlock.Cli.Verbs.Doctor;

/// <summary>Native libraries that some policies need.</summary>
internal static class NativesCheck
{
    private const string Name = "onnx_runtime";

    /// <summary>Only ONNX policies need it, so its absence is advice.</summary>
    public static MachineFinding Run(OnnxRuntimeFinding found) => found.Problem is { } problem
        ? new MachineFinding(Name, MachineStatus.Advice, $"{problem.Code} {problem.Message}", problem.Hint ?? $"set {OnnxRuntimeLibrary.Variable} to the library")
        : new MachineFinding(Name, MachineStatus.Ok, $"{found.Version} at {found.Path}");
}
