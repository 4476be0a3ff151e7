namespace Interlock.Core.Observations;

/// <summary>How the bytes of a camera image are to be read.</summary>
public enum ImageEncoding
{
    /// <summary>Rows from the top, three bytes per pixel: red, green, blue; height·width·3 bytes.</summary>
    Rgb8 = 0,

    /// <summary>A JPEG file, as cameras and datasets deliver it; passed through unopened.</summary>
    Jpeg = 1,

    /// <summary>A PNG file.</summary>
    Png = 2,
}
