using Interlock.Cli.Verbs.Simulated;
using Interlock.Evaluation.Substitution;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;
using Interlock.Simulation.Displacements;

namespace Interlock.Cli.Verbs.Spec.Replay;

/// <summary>Every substitution of the replay protocol for one certified and several other normalisers of the simulated arm.</summary>
internal sealed class SubstitutionCatalogue
{
    /// <summary>Shoulder and elbow carry the hand through space; the wrist turns it.</summary>
    private const int ProximalJoints = 3;

    private static readonly double[] Shares = [0.1, 0.25, 0.5, 1];
    private static readonly double[] Gains = [1.02, 1.05, 1.1, 1.2];
    private static readonly double[] HalfRanges = [0.005, 0.01, 0.02, 0.05];

    private readonly Normaliser _certified;
    private readonly int _channels;
    private readonly CertifiedEncoder _encoder;
    private readonly AffineMap _decoder;

    public SubstitutionCatalogue(Normaliser certified)
    {
        _certified = certified;
        _channels = certified.Statistics!.Channels;
        _encoder = new CertifiedEncoder(certified, _channels);
        _decoder = AffineMap.Inverse(certified, _channels);
    }

    private int Joints => _channels - 1;

    /// <summary>Identity and full substitutions only.</summary>
    public IEnumerable<ActionSubstitution> Main(IReadOnlyList<Normaliser> others) =>
    [
        Make("identity", SubstitutionKind.Identity, _decoder),
        new ActionSubstitution { Name = "identity, not clipped", Kind = SubstitutionKind.Identity, Apply = Unclipped() },
        .. others.Select(Full),
    ];

    /// <summary>The whole protocol, identity first.</summary>
    public IEnumerable<ActionSubstitution> All(IReadOnlyList<Normaliser> others) =>
    [
        .. Main(others),
        .. WrongSchemes(),
        .. others.SelectMany(Partial),
        .. others.SelectMany(Parts),
        .. GripperSubstitutions.Of(_certified, _encoder, _channels),
        .. Gains.Select(gain => Make($"gain {gain:0.##}", SubstitutionKind.Synthetic, DecoderMix.WithGain(_decoder, Joints, gain))),
        .. HalfRanges.Select(size => Make($"offset {size:0.###}", SubstitutionKind.Synthetic, DecoderMix.WithOffset(_decoder, Joints, size))),
    ];

    /// <summary>Parts a defect of the harness, which would show here, from what training's clip costs, which would not.</summary>
    private ActionTransform Unclipped()
    {
        Normaliser unclipped = _certified with { Arithmetic = _certified.Arithmetic with { ForwardClip = null } };
        return new CertifiedEncoder(unclipped, _channels).DecodedBy(_decoder);
    }

    private ActionSubstitution Full(Normaliser other) => Make(other.Key, SubstitutionKind.Full, DecoderOf(other), other.Key);

    private IEnumerable<ActionSubstitution> WrongSchemes()
    {
        yield return Make("read as min/max", SubstitutionKind.Full, DecoderOf(_certified with { Scheme = NormalisationScheme.MinMax }), _certified.Key);
        yield return Make("read as mean/std", SubstitutionKind.Full, DecoderOf(_certified with { Scheme = NormalisationScheme.MeanStd }), _certified.Key);
        yield return Make("statistics not found", SubstitutionKind.Full, DecoderOf(_certified with { Statistics = null }));
    }

    private IEnumerable<ActionSubstitution> Partial(Normaliser other) => Shares.Select(share => new ActionSubstitution
    {
        Name = $"{other.Key} at {share:0.##}",
        Kind = SubstitutionKind.Partial,
        LoadedKey = other.Key,
        Apply = _encoder.MixedWith(DecoderOf(other), share),
    });

    private IEnumerable<ActionSubstitution> Parts(Normaliser other)
    {
        AffineMap loaded = DecoderOf(other);
        yield return Make(
            $"{other.Key}, arm only", SubstitutionKind.ChannelGroup, DecoderMix.OnChannels(_decoder, loaded, 0, ProximalJoints), other.Key);
        yield return Make(
            $"{other.Key}, wrist only", SubstitutionKind.ChannelGroup, DecoderMix.OnChannels(_decoder, loaded, ProximalJoints, Joints), other.Key);
        yield return Make($"{other.Key}, gain only", SubstitutionKind.GainOnly, DecoderMix.GainOf(_decoder, loaded), other.Key);
        yield return Make($"{other.Key}, offset only", SubstitutionKind.OffsetOnly, DecoderMix.OffsetOf(_decoder, loaded), other.Key);
    }

    private AffineMap DecoderOf(Normaliser normaliser) => AffineMap.Inverse(normaliser, _channels);

    private ActionSubstitution Make(string name, SubstitutionKind kind, AffineMap decoder, string? key = null) => new()
    {
        Name = name,
        Kind = kind,
        LoadedKey = key,
        Apply = _encoder.DecodedBy(decoder),
    };
}
