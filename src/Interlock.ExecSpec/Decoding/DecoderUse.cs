namespace Interlock.ExecSpec.Decoding;

/// <summary>What a decoder is for, which decides what it refuses to be made of.</summary>
public enum DecoderUse
{
    /// <summary>Commands: every channel has to have a meaning.</summary>
    Control,

    /// <summary>
    /// Looking at what a deployment would do: an unnormaliser that is present but does nothing, and one with non-finite statistics, are
    /// decoded as they are.
    /// </summary>
    Probe,
}
