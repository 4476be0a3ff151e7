using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Spec.Show;

/// <summary>A specification with what follows from it.</summary>
internal sealed class ShownSpec
{
    public ShownSpec(ExecutableSpec spec)
    {
        Spec = spec;
        AffineMap map = AffineMap.Inverse(spec.Unnormaliser, spec.Action.Channels.Count);
        Timesteps = map.Timesteps;
        Channels = [.. spec.Action.Channels.Select((channel, i) => Of(spec, channel, i, map.ScaleAt(0)[i], map.OffsetAt(0)[i]))];
    }

    public ExecutableSpec Spec { get; }

    /// <summary>At the first position in the chunk.</summary>
    public IReadOnlyList<ShownChannel> Channels { get; }

    /// <summary>Positions in the chunk that have statistics of their own; 1 when all share them.</summary>
    public int Timesteps { get; }

    public string Digest => SpecDigest.Of(Spec);

    public string Fingerprint => StatisticsFingerprint.Of(Spec.Unnormaliser);

    private static ShownChannel Of(ExecutableSpec spec, ActionChannel channel, int index, double scale, double offset)
    {
        bool isScaled = spec.Unnormaliser.Rows is not null
            && spec.Unnormaliser.AppliesTo(index)
            && index < spec.Unnormaliser.Statistics!.Channels;
        return new ShownChannel(channel, scale, offset, isScaled);
    }
}
