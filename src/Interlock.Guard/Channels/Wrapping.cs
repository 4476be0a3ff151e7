using System.Runtime.CompilerServices;

namespace Interlock.Guard.Channels;

/// <summary>Differences on a circle.</summary>
internal static class Wrapping
{
    /// <summary>Beyond this many turns the digits of a double no longer tell where on the circle it is, to within a control step.</summary>
    private const double MostTurns = 1e6;

    /// <summary><paramref name="to"/> − <paramref name="from"/>, the short way round when <paramref name="period"/> is a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Difference(double to, double from, double period)
    {
        double difference = to - from;
        return double.IsNaN(period) ? difference : ShortWay(to, from, difference, period);
    }

    /// <summary>True when the value is on no turn that a robot could be on; false where there are no turns.</summary>
    public static bool IsLost(double value, double period) => Math.Abs(value) > MostTurns * period;

    /// <summary>Largest angle that is not lost, in channel units.</summary>
    public static double LargestAngle(double period) => MostTurns * period;

    /// <summary>The same place on a turn near zero when the value is lost, else the value.</summary>
    public static double Found(double value, double period) => IsLost(value, period) ? Math.IEEERemainder(value, period) : value;

    // Far apart, a plain difference may overflow, and loses the digits of the smaller one.
    private static double ShortWay(double to, double from, double difference, double period) =>
        IsLost(difference, period)
            ? Math.IEEERemainder(Math.IEEERemainder(to, period) - Math.IEEERemainder(from, period), period)
            : Math.IEEERemainder(difference, period);
}
