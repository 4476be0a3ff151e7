namespace Interlock.Evaluation.Study.Report;

/// <summary>Why a monitor was recommended or muted.</summary>
public enum AdviceGround
{
    /// <summary>It tells failures from successes beyond chance with length taken out.</summary>
    Informative,

    /// <summary>A class has too few episodes with a value.</summary>
    TooFewEpisodes,

    /// <summary>Its value is the same in every episode.</summary>
    Constant,

    /// <summary>A count or sum; its value per step stands beside it.</summary>
    GrowsWithLength,

    /// <summary>Length cannot be taken out of it.</summary>
    NoLengthControl,

    /// <summary>It is lower in failures, against its meaning.</summary>
    WrongWay,

    /// <summary>Its interval holds 0.5.</summary>
    Chance,
}
