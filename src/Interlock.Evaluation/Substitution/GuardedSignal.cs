namespace Interlock.Evaluation.Substitution;

/// <summary>Where on the way from decoder to arm a guard stands.</summary>
public enum GuardedSignal
{
    /// <summary>It sees the displacements that the decoder gives.</summary>
    Displacements,

    /// <summary>It sees the joint targets that are made of them.</summary>
    Targets,
}
