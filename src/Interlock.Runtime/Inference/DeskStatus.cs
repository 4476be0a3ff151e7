namespace Interlock.Runtime.Inference;

/// <summary>Where the one outstanding question is.</summary>
internal enum DeskStatus
{
    /// <summary>Nothing asked.</summary>
    Free,

    /// <summary>The policy works.</summary>
    Busy,

    /// <summary>An answer or a failure waits to be taken.</summary>
    Done,
}
