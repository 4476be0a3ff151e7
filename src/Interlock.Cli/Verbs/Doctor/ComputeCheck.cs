using System.Numerics;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Interlock.Cli.Verbs.Doctor;

/// <summary>Runtime, cores, memory, vector width.</summary>
internal static class ComputeCheck
{
    /// <summary>One core for the control loop, one for everything else.</summary>
    private const int CoresForALoop = 2;

    private const double GibibyteBytes = 1L << 30;

    /// <summary>Reading and calibrating on large datasets needs up to this much.</summary>
    private const double ComfortableMemoryGiB = 1;

    private const int BitsPerByte = 8;

    public static IEnumerable<MachineFinding> Run()
    {
        yield return new MachineFinding("runtime", MachineStatus.Ok, $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}");
        yield return MachineFinding.Of(
            "cores",
            Environment.ProcessorCount >= CoresForALoop,
            $"{Environment.ProcessorCount}",
            "give the process two cores: the control loop should not share one with the recorder");
        yield return Memory();
        yield return VectorWidth();
        yield return MachineFinding.Of(
            "garbage_collector",
            !GCSettings.IsServerGC,
            GCSettings.IsServerGC ? "server" : "workstation",
            "unset DOTNET_gcServer: server collection stops all cores at once");
    }

    private static MachineFinding Memory()
    {
        double memoryGiB = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / GibibyteBytes;
        return MachineFinding.Of("memory", memoryGiB >= ComfortableMemoryGiB, $"{memoryGiB:F1} GiB available to the process", "raise the memory limit of the container to 1 GiB");
    }

    private static MachineFinding VectorWidth()
    {
        int bits = Vector<byte>.Count * BitsPerByte;
        string set = Avx512F.IsSupported ? "AVX-512" : Avx2.IsSupported ? "AVX2" : AdvSimd.IsSupported ? "NEON" : "none";
        return MachineFinding.Of("vector", Vector.IsHardwareAccelerated, $"{bits} bit, {set}", "use a processor with AVX2 or NEON; on a virtual machine pass the host's processor through");
    }
}
