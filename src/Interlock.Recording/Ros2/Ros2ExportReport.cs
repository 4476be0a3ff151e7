using Interlock.Core.Diagnostics;

namespace Interlock.Recording.Ros2;

/// <summary>What an export wrote.</summary>
/// <param name="Steps">Steps of the recording.</param>
/// <param name="Messages">Messages in the new file.</param>
/// <param name="Topics">Topics in the new file.</param>
/// <param name="Findings">What could not be exported, and why; empty when nothing is missing.</param>
public sealed record Ros2ExportReport(long Steps, long Messages, int Topics, IReadOnlyList<Diagnostic> Findings);
