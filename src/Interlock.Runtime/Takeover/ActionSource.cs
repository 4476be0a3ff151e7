namespace Interlock.Runtime.Takeover;

/// <summary>Whose action went to the guard in a tick.</summary>
public enum ActionSource
{
    /// <summary>Nobody's: held, braked, stopped, or nothing sent.</summary>
    Hold,

    /// <summary>The policy's.</summary>
    Policy,

    /// <summary>A person's.</summary>
    Human,

    /// <summary>On the way from the last command to the person's or the policy's action.</summary>
    Blend,
}
