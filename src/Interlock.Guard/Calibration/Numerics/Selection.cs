using System.Runtime.CompilerServices;

namespace Interlock.Guard.Calibration.Numerics;

/// <summary>Partial ordering in place, linear on average and never worse than a sort.</summary>
internal static class Selection
{
    private const int SortBelow = 32;

    /// <summary>Rearranges <paramref name="values"/> so that its first <paramref name="count"/> entries are its largest ones, in any order.</summary>
    public static void LargestFirst(Span<double> values, int count)
    {
        int rounds = 4 * (int)Math.Log2(values.Length + 2);
        int low = 0;
        int high = values.Length - 1;
        while (high - low > SortBelow && rounds-- > 0)
        {
            (int left, int right) = Partition(values, low, high);
            if (count <= left)
            {
                high = left - 1;
            }
            else if (count > right)
            {
                low = right + 1;
            }
            else
            {
                return;
            }
        }

        Span<double> rest = values[low..(high + 1)];
        rest.Sort();
        rest.Reverse();
    }

    /// <summary>Larger than the pivot, equal to it, smaller than it; returns the first and last place of the equal ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Left, int Right) Partition(Span<double> values, int low, int high)
    {
        double pivot = MedianOf(values[low], values[low + ((high - low) / 2)], values[high]);
        int left = low;
        int right = high;
        int at = low;
        while (at <= right)
        {
            double value = values[at];
            if (value > pivot)
            {
                values[at++] = values[left];
                values[left++] = value;
            }
            else if (value < pivot)
            {
                values[at] = values[right];
                values[right--] = value;
            }
            else
            {
                at++;
            }
        }

        return (left, right);
    }

    private static double MedianOf(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
