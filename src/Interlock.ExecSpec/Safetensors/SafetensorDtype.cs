namespace Interlock.ExecSpec.Safetensors;

/// <summary>Element type of a tensor, by its name in the file. All are little-endian.</summary>
internal enum SafetensorDtype
{
    /// <summary>IEEE 754 binary64.</summary>
    F64,

    /// <summary>IEEE 754 binary32.</summary>
    F32,

    /// <summary>IEEE 754 binary16.</summary>
    F16,

    /// <summary>The upper half of a binary32: eight bits of exponent, seven of mantissa.</summary>
    BF16,

    /// <summary>Signed 64-bit.</summary>
    I64,

    /// <summary>Signed 32-bit.</summary>
    I32,

    /// <summary>Signed 16-bit.</summary>
    I16,

    /// <summary>Signed 8-bit.</summary>
    I8,

    /// <summary>Unsigned 8-bit.</summary>
    U8,

    /// <summary>One byte; anything but 0 is true.</summary>
    BOOL,
}
