using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Interlock.Cli.Verbs.Doctor;

/// <summary>What the kernel says about the wall clock (adjtimex(2), asked without changing anything).</summary>
/// <param name="IsSynchronised">False while no time service disciplines the clock.</param>
/// <param name="LargestErrorMs">Largest error as the kernel estimates it.</param>
internal sealed record WallClock(bool IsSynchronised, double LargestErrorMs)
{
    private const string Library = "libc";

    /// <summary>struct timex of 64-bit Linux has 208 bytes; the rest is room.</summary>
    private const int StructureBytes = 256;

    /// <summary>Offset of maxerror, a long in microseconds; behind modes, offset and freq.</summary>
    private const int LargestErrorOffset = 24;

    /// <summary>Offset of status, an int; behind maxerror and esterror.</summary>
    private const int StatusOffset = 40;

    /// <summary>STA_UNSYNC.</summary>
    private const int Unsynchronised = 0x40;

    private const double MicrosecondsPerMs = 1000;

    /// <summary>int adjtimex(struct timex *); with modes = 0 it only reads.</summary>
    private delegate int AdjustTime([In, Out] byte[] structure);

    /// <summary>Null where it cannot be asked.</summary>
    public static WallClock? Ask()
    {
        if (!OperatingSystem.IsLinux()
            || !Environment.Is64BitProcess
            || !NativeLibrary.TryLoad(Library, typeof(WallClock).Assembly, null, out nint library)
            || !NativeLibrary.TryGetExport(library, "adjtimex", out nint address))
        {
            return null;
        }

        byte[] structure = new byte[StructureBytes];
        return Marshal.GetDelegateForFunctionPointer<AdjustTime>(address)(structure) < 0 ? null : Read(structure);
    }

    public static WallClock Read(ReadOnlySpan<byte> structure) => new(
        (BinaryPrimitives.ReadInt32LittleEndian(structure[StatusOffset..]) & Unsynchronised) == 0,
        BinaryPrimitives.ReadInt64LittleEndian(structure[LargestErrorOffset..]) / MicrosecondsPerMs);
}
