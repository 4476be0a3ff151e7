using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Onnx;

/// <summary>Whether ONNX Runtime is here.</summary>
public sealed record OnnxRuntimeFinding
{
    /// <summary>The library that policies will use; null when there is none.</summary>
    public string? Path { get; init; }

    /// <summary>Its version, for instance <c>1.30.0</c>; null when there is none.</summary>
    public string? Version { get; init; }

    /// <summary>Where it was looked for, in order.</summary>
    public required IReadOnlyList<string> LookedAt { get; init; }

    /// <summary>Why policies cannot use it, with what to do; null when they can.</summary>
    public Diagnostic? Problem { get; init; }
}
