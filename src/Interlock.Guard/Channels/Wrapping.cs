using System.Runtime.CompilerServices;

namespace Interlock.Guard.Channels;

/// <summary>Differences on a circle.</summary>
internal static class Wrapping
{
    /// <summary><paramref name="to"/> − <paramref name="from"/>, the short way round when <paramref name="period"/> is a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Difference(double to, double from, double period)
    {
        double difference = to - from;
        return double.IsNaN(period) ? difference : Math.IEEERemainder(difference, period);
    }
}
