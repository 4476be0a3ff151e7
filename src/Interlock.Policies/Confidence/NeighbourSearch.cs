using System.Numerics;

namespace Interlock.Policies.Confidence;

/// <summary>Exhaustive search: a thousand points of a robot's state take a few microseconds, and nothing has to be kept in order.</summary>
internal sealed class NeighbourSearch(double[] points, int dimension, int neighbours)
{
    public double MeanDistance(ReadOnlySpan<double> from)
    {
        int count = points.Length / dimension;
        Span<double> nearest = stackalloc double[Math.Min(neighbours, count)];
        nearest.Fill(double.PositiveInfinity);
        for (int point = 0; point < count; point++)
        {
            double distance = Squared(points.AsSpan(point * dimension, dimension), from);
            if (!(distance >= nearest[^1]))
            {
                Insert(nearest, distance);
            }
        }

        double sum = 0;
        foreach (double squared in nearest)
        {
            sum += Math.Sqrt(squared);
        }

        return sum / nearest.Length;
    }

    private static void Insert(Span<double> ascending, double value)
    {
        int at = ascending.Length - 1;
        while (at > 0 && !(ascending[at - 1] <= value))
        {
            ascending[at] = ascending[at - 1];
            at--;
        }

        ascending[at] = value;
    }

    private static double Squared(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Vector<double> sums = Vector<double>.Zero;
        int j = 0;
        for (; j <= a.Length - Vector<double>.Count; j += Vector<double>.Count)
        {
            Vector<double> difference = new Vector<double>(a[j..]) - new Vector<double>(b[j..]);
            sums += difference * difference;
        }

        double sum = Vector.Sum(sums);
        for (; j < a.Length; j++)
        {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }

        return sum;
    }
}
