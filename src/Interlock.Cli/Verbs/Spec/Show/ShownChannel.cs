using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Spec.Show;

/// <summary>One channel and what the network's output becomes in it.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Scale">Decoded per unit of output.</param>
/// <param name="Offset">Decoded at output 0.</param>
/// <param name="IsScaled">False where the output passes as it is.</param>
internal sealed record ShownChannel(ActionChannel Channel, double Scale, double Offset, bool IsScaled)
{
    /// <summary>Decoded at output −1.</summary>
    public double AtMinusOne => Offset - Scale;

    /// <summary>Decoded at output +1.</summary>
    public double AtPlusOne => Offset + Scale;

    /// <summary>What the controller makes of the decoded ends, in the channel's physical unit; null where its scale is not stated.</summary>
    public (double AtMinusOne, double AtPlusOne)? Physical =>
        Channel.PhysicalPerCommand is { } factor ? (AtMinusOne * factor, AtPlusOne * factor) : null;
}
