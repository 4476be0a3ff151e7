namespace Interlock.ExecSpec.Specification;

/// <summary>Channels that form one rotation.</summary>
/// <param name="Form">How it is written.</param>
/// <param name="Channels">Names of the channels in the order of the form; 3, 4 or 6 of them.</param>
public sealed record RotationGroup(RotationForm Form, IReadOnlyList<string> Channels)
{
    /// <summary>How an offset becomes a target; null when not stated, which is enough as long as nothing has to be composed.</summary>
    public RotationComposition? Composition { get; init; }
}
