using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;
using Interlock.Simulation.Displacements;

namespace Interlock.Cli.Verbs.Simulated;

/// <summary>
/// What training made of recorded actions: normalised with the certified statistics, and clipped where the library clips. Every
/// substitution decodes these numbers with some affine map.
/// </summary>
internal sealed class CertifiedEncoder(Normaliser certified, int channels)
{
    private readonly Unnormaliser _certified = new(certified, channels);

    /// <summary>Recorded action in, what the decoder makes of its normalised form out.</summary>
    public ActionTransform DecodedBy(AffineMap decoder) => (action, decoded) =>
    {
        _certified.Forward(action, 0, decoded);
        for (int channel = 0; channel < channels; channel++)
        {
            decoded[channel] = (decoder.ScaleAt(0)[channel] * decoded[channel]) + decoder.OffsetAt(0)[channel];
        }
    };

    /// <summary>(1 − share) of the recorded action and <paramref name="share"/> of the decoded one; the gripper is not mixed.</summary>
    public ActionTransform MixedWith(AffineMap decoder, double share)
    {
        ActionTransform decode = DecodedBy(decoder);
        return (action, mixed) =>
        {
            decode(action, mixed);
            for (int channel = 0; channel < channels; channel++)
            {
                bool applies = certified.AppliesTo(channel);
                mixed[channel] = applies ? ((1 - share) * action[channel]) + (share * mixed[channel]) : action[channel];
            }
        };
    }
}
