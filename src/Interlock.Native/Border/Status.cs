namespace Interlock.Native.Border;

/// <summary>What every exported function answers; <c>il_status</c> in <c>interlock.h</c>.</summary>
internal enum Status
{
    Ok = 0,

    /// <summary>A null pointer, a size that does not fit, or a value out of range.</summary>
    Argument = -1,

    /// <summary>The handle is not of a living guard.</summary>
    Handle = -2,

    /// <summary>Contract, calibration or demonstrations cannot be used; the message has the diagnostic codes.</summary>
    Data = -3,

    /// <summary>The buffer is too small; the size needed was written.</summary>
    Buffer = -4,

    /// <summary>Another thread is inside the same guard.</summary>
    Busy = -5,

    /// <summary>Anything else; a defect of the library or a machine without memory.</summary>
    Internal = -9,
}
