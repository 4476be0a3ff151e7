namespace Interlock.Evaluation.Study.Episodes;

/// <summary>How the value of an episode depends on its length when the motion itself stays the same.</summary>
internal enum LengthBehaviour
{
    /// <summary>A mean or a share: it settles.</summary>
    PerStep,

    /// <summary>A count or a sum: it grows in proportion; divided by the steps it settles.</summary>
    Accumulates,

    /// <summary>A maximum or minimum: it grows, and no division undoes that.</summary>
    Extreme,
}
