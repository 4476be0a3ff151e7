namespace Interlock.Policies.Onnx;

/// <summary>Order of an image's numbers.</summary>
public enum OnnxImageLayout
{
    /// <summary>Channel, row, column.</summary>
    Chw = 0,

    /// <summary>Row, column, channel.</summary>
    Hwc = 1,
}
