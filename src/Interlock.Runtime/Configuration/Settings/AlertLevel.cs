namespace Interlock.Runtime.Configuration.Settings;

/// <summary>How much an alert matters.</summary>
public enum AlertLevel
{
    /// <summary>Interventions, holds, questions and findings.</summary>
    Warning,

    /// <summary>Stops alone.</summary>
    Error,

    /// <summary>Everything, also what needs nobody.</summary>
    Info,
}
