namespace Interlock.Runtime.Supervision;

/// <summary>What kind of thing a trigger is; decides what it counts for beside its row in the table.</summary>
internal enum TriggerClass
{
    Nothing,
    Stop,
    Hold,
    Ask,
    Degrade,
    Finding,
    End,
    Recovery,
    Operator,

    /// <summary>Follows from an earlier cause, which stays the one that is shown.</summary>
    Escalation,
}
