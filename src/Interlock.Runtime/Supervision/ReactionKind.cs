namespace Interlock.Runtime.Supervision;

/// <summary>What one cell of the transition table says.</summary>
internal enum ReactionKind
{
    /// <summary>Means nothing here.</summary>
    Ignore,

    /// <summary>Goes into the event log and changes nothing.</summary>
    Note,

    /// <summary>A command that is not possible here; goes into the event log.</summary>
    Refuse,

    /// <summary>Leads to a state, perhaps the same one, with a motion.</summary>
    Go,
}
