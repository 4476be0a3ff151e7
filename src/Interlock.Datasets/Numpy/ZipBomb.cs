using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>Refuses members that unpack to far more than recorded motion ever does.</summary>
internal static class ZipBomb
{
    /// <summary>Real actions deflate to between a half and a twentieth; deflate itself cannot exceed 1032.</summary>
    public const int MaximumRatio = 200;

    /// <summary>Below this many bytes unpacked the ratio does not matter.</summary>
    public const int HarmlessBytes = 16 << 20;

    public static void Refuse(long unpacked, long packed, SourcePlace place)
    {
        if (unpacked > HarmlessBytes && unpacked / MaximumRatio > packed)
        {
            throw new DiagnosticException(
                FileCode.NpzArchive,
                $"A member of {packed} bytes claims to unpack to {unpacked}, more than {MaximumRatio} times as much",
                place,
                "if it really is that constant, save it uncompressed with numpy.savez");
        }
    }
}
