namespace Interlock.Policies.Wire.Numpy;

/// <summary>Kinds of numpy elements that are carried.</summary>
public enum NumpyKind
{
    /// <summary>One byte, 0 or 1.</summary>
    Boolean,

    /// <summary>Two's complement, 1, 2, 4 or 8 bytes.</summary>
    Signed,

    /// <summary>1, 2, 4 or 8 bytes.</summary>
    Unsigned,

    /// <summary>IEEE 754, 2, 4 or 8 bytes.</summary>
    Real,
}
