namespace Interlock.Cli.Verbs.Doctor;

/// <summary>How a finding about the machine stands.</summary>
internal enum MachineStatus
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Usable; the fix makes it better.</summary>
    Advice,

    /// <summary>Interlock cannot be used until it is fixed.</summary>
    Unusable,

    /// <summary>A peer that was asked for cannot be reached.</summary>
    Unreachable,
}
