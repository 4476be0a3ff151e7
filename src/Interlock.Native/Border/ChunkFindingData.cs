using System.Runtime.InteropServices;
using Interlock.Guard.Reports;

namespace Interlock.Native.Border;

/// <summary><c>il_chunk_finding</c>: what a chunk would meet if it were executed now.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ChunkFindingData
{
    public int Steps;
    public int ChangedSteps;
    public int FirstChangedStep;
    public int Reserved;
    public double LargestClipFraction;

    public static ChunkFindingData Of(ChunkFinding finding) => new()
    {
        Steps = finding.Steps,
        ChangedSteps = finding.ChangedSteps,
        FirstChangedStep = finding.FirstChangedStep,
        LargestClipFraction = finding.LargestClipFraction,
    };
}
