namespace Interlock.Recording.Mcap.Reading;

/// <summary>Order in which messages come.</summary>
public enum McapOrder
{
    /// <summary>By log time; equal times in the order of the file.</summary>
    LogTime,

    /// <summary>As they lie in the file.</summary>
    File,
}
