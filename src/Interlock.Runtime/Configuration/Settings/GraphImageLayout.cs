namespace Interlock.Runtime.Configuration.Settings;

/// <summary>Order of the numbers of an image.</summary>
public enum GraphImageLayout
{
    /// <summary>Channel, row, column.</summary>
    Chw,

    /// <summary>Row, column, channel.</summary>
    Hwc,
}
