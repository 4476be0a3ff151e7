namespace Interlock.Policies.Onnx.Binding;

/// <summary>How an image lies in a tensor.</summary>
internal sealed record ImageShape(OnnxImageLayout Layout, int HeightPx, int WidthPx)
{
    /// <summary>Red, green, blue.</summary>
    public const int Colours = 3;

    /// <summary>The last three dimensions, those before them being 1; null when the shape is not that of one colour image in the layout asked for.</summary>
    public static ImageShape? Of(IReadOnlyList<long> shape, OnnxImageLayout? layout)
    {
        if (shape.Count < Colours || shape.SkipLast(Colours).Any(size => size != 1))
        {
            return null;
        }

        int[] last = [.. shape.TakeLast(Colours).Select(size => (int)size)];
        bool chw = last[0] == Colours && layout is not OnnxImageLayout.Hwc;
        bool hwc = last[2] == Colours && layout is not OnnxImageLayout.Chw;
        return (chw, hwc) switch
        {
            (true, false) => new ImageShape(OnnxImageLayout.Chw, last[1], last[2]),
            (false, true) => new ImageShape(OnnxImageLayout.Hwc, last[0], last[1]),
            _ => null,
        };
    }
}
