namespace Interlock.Runtime.Outcomes;

/// <summary>Who said how an episode ended.</summary>
public enum OutcomeJudge
{
    /// <summary>Nobody.</summary>
    Nobody,

    /// <summary>A person.</summary>
    Operator,

    /// <summary>The task or the simulation.</summary>
    Environment,
}
