namespace Interlock.Evaluation.Substitution;

/// <summary>What part of the decoding is replaced in a replay.</summary>
public enum SubstitutionKind
{
    /// <summary>Nothing: the recorded actions as they are.</summary>
    Raw,

    /// <summary>Normalised and restored with the certified statistics.</summary>
    Identity,

    /// <summary>Normalised with the certified statistics, decoded with others.</summary>
    Full,

    /// <summary>A mixture of the recorded action and the full substitution.</summary>
    Partial,

    /// <summary>Some channels are decoded with other statistics.</summary>
    ChannelGroup,

    /// <summary>The scale of the other statistics, the centre of the certified ones.</summary>
    GainOnly,

    /// <summary>The centre of the other statistics, the scale of the certified ones.</summary>
    OffsetOnly,

    /// <summary>The arm as certified, the gripper decoded otherwise.</summary>
    Gripper,

    /// <summary>Made-up gains and offsets, from harmless to ruinous: shows what the measure can register.</summary>
    Synthetic,
}
