using Interlock.ExecSpec.Decoding;

namespace Interlock.ExecSpec.Gate.Probing;

/// <summary>The affine map that the first probe rows (0, +1, −1) show.</summary>
internal static class ObservedMap
{
    private const double NothingBelow = 1e-6;

    public static AffineMap Of(IReadOnlyList<IReadOnlyList<double>?> commands)
    {
        (IReadOnlyList<double> zero, IReadOnlyList<double> high, IReadOnlyList<double> low) = (commands[0]!, commands[1]!, commands[2]!);
        double[] scale = [.. high.Zip(low, (up, down) => (up - down) / 2)];
        return AffineMap.Of(scale, [.. zero]);
    }

    /// <summary>True when some channel passes and none is scaled; a gripper is the exception that does not count.</summary>
    public static bool IsIdentity(AffineMap map)
    {
        int passed = 0;
        for (int channel = 0; channel < map.Channels; channel++)
        {
            passed += Math.Abs(map.ScaleAt(0)[channel] - 1) <= NothingBelow && Math.Abs(map.OffsetAt(0)[channel]) <= NothingBelow ? 1 : 0;
        }

        return passed >= Math.Max(1, map.Channels - 1);
    }
}
