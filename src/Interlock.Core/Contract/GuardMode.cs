namespace Interlock.Core.Contract;

/// <summary>What the guard does about a command that breaks the contract.</summary>
public enum GuardMode
{
    /// <summary>Shadow: the command passes unchanged, what would have been done is reported.</summary>
    Monitor,

    /// <summary>Enforce, and raise a warning for every intervention.</summary>
    Warn,

    /// <summary>Enforce.</summary>
    Clip,

    /// <summary>Brake and latch at the first violation.</summary>
    Stop,
}
