using Interlock.ExecSpec.Decoding;

namespace Interlock.Cli.Verbs.Spec.Replay;

/// <summary>Decoders that are partly the certified and partly another one.</summary>
internal static class DecoderMix
{
    /// <summary>The other decoder on the channels from <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    public static AffineMap OnChannels(AffineMap certified, AffineMap other, int first, int end)
    {
        double[] scale = certified.ScaleAt(0).ToArray();
        double[] offset = certified.OffsetAt(0).ToArray();
        other.ScaleAt(0)[first..end].CopyTo(scale.AsSpan(first));
        other.OffsetAt(0)[first..end].CopyTo(offset.AsSpan(first));
        return AffineMap.Of(scale, offset);
    }

    /// <summary>The other decoder's scale about the certified centre: c = 0.</summary>
    public static AffineMap GainOf(AffineMap certified, AffineMap other) => AffineMap.Of(other.ScaleAt(0), certified.OffsetAt(0));

    /// <summary>The other decoder's centre with the certified scale: α = 1.</summary>
    public static AffineMap OffsetOf(AffineMap certified, AffineMap other) => AffineMap.Of(certified.ScaleAt(0), other.OffsetAt(0));

    /// <summary>The same gain on every joint, about the certified centre.</summary>
    public static AffineMap WithGain(AffineMap certified, int joints, double gain)
    {
        double[] scale = certified.ScaleAt(0).ToArray();
        for (int joint = 0; joint < joints; joint++)
        {
            scale[joint] *= gain;
        }

        return AffineMap.Of(scale, certified.OffsetAt(0));
    }

    /// <summary>Every joint off by the same share of its half range.</summary>
    public static AffineMap WithOffset(AffineMap certified, int joints, double halfRanges)
    {
        double[] offset = certified.OffsetAt(0).ToArray();
        for (int joint = 0; joint < joints; joint++)
        {
            offset[joint] += halfRanges * certified.ScaleAt(0)[joint];
        }

        return AffineMap.Of(certified.ScaleAt(0), offset);
    }
}
