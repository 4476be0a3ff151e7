namespace Interlock.ExecSpec.Gate;

/// <summary>What follows from a failure.</summary>
public enum GateMode
{
    /// <summary>Refuse to start. The only mode on hardware.</summary>
    Enforce,

    /// <summary>Start and say what is wrong; for simulations.</summary>
    Warn,

    /// <summary>Start and write the receipt; for simulations.</summary>
    RecordOnly,
}
