using System.Runtime.CompilerServices;
using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Wire.Numpy;

/// <summary>The sizes of an array, outermost first; held in place, so that reading one allocates nothing.</summary>
public readonly struct NumpyShape
{
    /// <summary>More dimensions than any observation or chunk has.</summary>
    public const int MostDimensions = 8;

    private readonly Sizes _sizes;

    /// <summary>Creates a shape of up to <see cref="MostDimensions"/> sizes, each 0 or more; none for a scalar.</summary>
    public NumpyShape(params ReadOnlySpan<int> sizes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sizes.Length, MostDimensions);
        Rank = sizes.Length;
        for (int i = 0; i < sizes.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(sizes[i]);
            _sizes[i] = sizes[i];
        }
    }

    /// <summary>How many dimensions there are; 0 for a scalar.</summary>
    public int Rank { get; }

    /// <summary>Size along a dimension.</summary>
    /// <param name="dimension">0 to <see cref="Rank"/> − 1.</param>
    public int this[int dimension]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)dimension, (uint)Rank);
            return _sizes[dimension];
        }
    }

    /// <inheritdoc />
    public override string ToString()
    {
        NumpyShape self = this;
        return $"[{string.Join(", ", Enumerable.Range(0, Rank).Select(i => self[i]))}]";
    }

    /// <summary>Product of the sizes; null when it is above what one array can hold.</summary>
    internal int? ElementCount
    {
        get
        {
            long count = 1;
            for (int i = 0; i < Rank && count <= int.MaxValue; i++)
            {
                count *= _sizes[i];
            }

            return HasZero ? 0 : count <= int.MaxValue ? (int)count : null;
        }
    }

    internal static DiagnosticException Refused(string format, long offset) => WireError.At(
        WireCodes.SizeDisagrees,
        format,
        offset,
        $"the shape is not a list of at most {MostDimensions} whole numbers from 0 to {int.MaxValue}");

    private bool HasZero => ((ReadOnlySpan<int>)_sizes)[..Rank].Contains(0);

    [InlineArray(MostDimensions)]
    private struct Sizes
    {
        private int _first;
    }
}
