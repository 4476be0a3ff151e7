using Interlock.Core.Diagnostics;
using Interlock.Policies.Onnx;

namespace Interlock.Cli.Verbs.Doctor;

/// <summary>Native libraries that some policies need.</summary>
internal static class NativesCheck
{
    private const string Name = "onnx_runtime";

    /// <summary>Only ONNX policies need it, so its absence is advice.</summary>
    public static MachineFinding Run(OnnxRuntimeFinding found) => found.Problem is { } problem
        ? new MachineFinding(Name, MachineStatus.Advice, Describe(problem, found.LookedAt), problem.Hint ?? $"set {OnnxRuntimeLibrary.Variable} to the library")
        : new MachineFinding(Name, MachineStatus.Ok, $"{found.Version} at {found.Path}");

    /// <summary>A library at a known place says itself what is wrong with it; places where nothing is fill lines, so they are counted.</summary>
    private static string Describe(Diagnostic problem, IReadOnlyList<string> places) => problem.Place is null && places.Count > 1
        ? $"{problem.Code} ONNX Runtime is not here; looked at {places.Count} places, first {places[0]}"
        : $"{problem.Code} {problem.Message}";
}
