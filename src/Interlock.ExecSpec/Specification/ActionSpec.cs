using Interlock.Core.Contract;

namespace Interlock.ExecSpec.Specification;

/// <summary>The action representation: which channel is where, in what unit, measured from what, how often.</summary>
public sealed record ActionSpec
{
    /// <summary>Channels in the order of the action vector; D of them.</summary>
    public required IReadOnlyList<ActionChannel> Channels { get; init; }

    /// <summary>Actions per inference, H; null when the source does not say.</summary>
    public int? Horizon { get; init; }

    /// <summary>Actions of a chunk that are executed before the next inference.</summary>
    public int? Execute { get; init; }

    /// <summary>Rate at which actions are meant to be executed, in hertz.</summary>
    public double? RateHz { get; init; }

    /// <summary>What is commanded.</summary>
    public ActionSpace Quantity { get; init; } = ActionSpace.Other;

    /// <summary>What the decoded numbers are measured from, for every channel that does not say otherwise; null when not stated.</summary>
    public ActionReference? Reference { get; init; }

    /// <summary>Groups of channels that form a rotation.</summary>
    public IReadOnlyList<RotationGroup> Rotations { get; init; } = [];
}
