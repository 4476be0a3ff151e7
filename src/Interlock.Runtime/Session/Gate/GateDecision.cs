using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Specification;

namespace Interlock.Runtime.Session.Gate;

/// <summary>What the start gate decided.</summary>
/// <param name="Report">Every check.</param>
/// <param name="Level">Level that the certificate claims, as in its file; null when it could not be read.</param>
/// <param name="Certificate">The certificate's bytes.</param>
/// <param name="Receipt">The receipt as JSON.</param>
public sealed record GateDecision(GateReport Report, string? Level, ReadOnlyMemory<byte> Certificate, ReadOnlyMemory<byte> Receipt)
{
    /// <summary>The specification that the certificate claims; null when it could not be read. To be believed when the report may start.</summary>
    public ExecutableSpec? Certified { get; init; }
}
