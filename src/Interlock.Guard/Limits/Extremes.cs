using System.Numerics;
using System.Runtime.CompilerServices;

namespace Interlock.Guard.Limits;

/// <summary>
/// <see cref="Math.Min(double, double)"/> and <see cref="Math.Max(double, double)"/> of vectors without NaN, bit for bit: the processor's
/// own instruction answers with its second operand where both are nought, so asking both ways round tells the sign.
/// Takes three instructions where <see cref="Vector.Min{T}"/> takes a dozen.
/// </summary>
internal static class Extremes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Min(Vector<double> a, Vector<double> b) => Vector.MinNative(a, b) | Vector.MinNative(b, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Max(Vector<double> a, Vector<double> b) => Vector.MaxNative(a, b) & Vector.MaxNative(b, a);
}
