using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Simulated;

/// <summary>What becomes of a command to stand still when it is decoded with other statistics: β of a' = α a + β, per second.</summary>
/// <param name="Key">The key that is loaded.</param>
/// <param name="RadPerS">One speed per joint.</param>
internal sealed record IdleMotion(string Key, IReadOnlyList<double> RadPerS)
{
    /// <summary>Index of the joint that would turn fastest.</summary>
    public int FastestJoint => Enumerable.Range(0, RadPerS.Count).MaxBy(joint => Math.Abs(RadPerS[joint]));

    /// <summary>Speed of the joint that would turn fastest, in rad/s; its sign is kept.</summary>
    public double FastestRadPerS => RadPerS[FastestJoint];

    public static IdleMotion Of(Normaliser certified, Normaliser loaded, int joints, double rateHz)
    {
        int channels = certified.Statistics!.Channels;
        AffineMap forward = AffineMap.Forward(certified, channels);
        AffineMap decoder = AffineMap.Inverse(loaded, channels);
        return new IdleMotion(
            loaded.Key,
            [.. Enumerable.Range(0, joints).Select(joint =>
                ((decoder.ScaleAt(0)[joint] * forward.OffsetAt(0)[joint]) + decoder.OffsetAt(0)[joint]) * rateHz)]);
    }
}
