namespace Interlock.Core.Diagnostics;

/// <summary>How much a finding matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing has to change.</summary>
    Info,

    /// <summary>Usable, but probably not what was meant.</summary>
    Warning,

    /// <summary>Not usable as it stands.</summary>
    Error,
}
