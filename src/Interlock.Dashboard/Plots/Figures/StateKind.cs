namespace Interlock.Dashboard.Plots.Figures;

/// <summary>What a state means to a person; each has a colour and, where it asks for attention, a pattern.</summary>
public enum StateKind
{
    /// <summary>Nothing is happening: off, disconnected, unknown.</summary>
    Idle,

    /// <summary>As it should be.</summary>
    Normal,

    /// <summary>Ready or waiting, no motion.</summary>
    Ready,

    /// <summary>Changed by the guard: clipped, limited.</summary>
    Changed,

    /// <summary>Paused or held.</summary>
    Held,

    /// <summary>Stopped, refused, latched.</summary>
    Stopped,

    /// <summary>A person is acting.</summary>
    Human,

    /// <summary>Information of no rank, for example an instruction.</summary>
    Neutral,
}
