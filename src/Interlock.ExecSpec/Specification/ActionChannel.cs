using Interlock.Core.Contract;
using Interlock.Core.Units;

namespace Interlock.ExecSpec.Specification;

/// <summary>One channel of the action vector.</summary>
public sealed record ActionChannel
{
    /// <summary>Name; unique in the action.</summary>
    public required string Name { get; init; }

    /// <summary>What it moves.</summary>
    public ChannelRole Role { get; init; } = ChannelRole.Other;

    /// <summary>Unit of the decoded number: <c>rad</c>, <c>deg</c>, <c>percent</c>, <c>normalized</c> for a controller's own scale, …</summary>
    public ChannelUnit Unit { get; init; } = ChannelUnit.None;

    /// <summary>
    /// What the controller makes of a decoded 1.0, in <see cref="PhysicalUnit"/>: 0.05 (m) for the translation of robosuite's OSC_POSE.
    /// Null when the decoded number is already physical or the scale is not known.
    /// </summary>
    public double? PhysicalPerCommand { get; init; }

    /// <summary>Unit of <see cref="PhysicalPerCommand"/>; null exactly when that is null.</summary>
    public ChannelUnit? PhysicalUnit { get; init; }

    /// <summary>Frame in which it is expressed: <c>base</c>, <c>tool</c>, …; null when not stated.</summary>
    public string? Frame { get; init; }

    /// <summary>What this channel is measured from where it differs from the action's.</summary>
    public ActionReference? Reference { get; init; }
}
