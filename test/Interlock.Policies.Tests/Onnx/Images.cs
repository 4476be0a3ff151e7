using Interlock.Core.Observations;

namespace Interlock.Policies.Tests.Onnx;

/// <summary>Images whose bytes count up from a start.</summary>
internal static class Images
{
    public static CameraImage Of(int widthPx, int heightPx, long sequence, string camera = "wrist", int first = 0) => new()
    {
        Camera = camera,
        WidthPx = widthPx,
        HeightPx = heightPx,
        Encoding = ImageEncoding.Rgb8,
        Data = Enumerable.Range(first, widthPx * heightPx * 3).Select(value => (byte)value).ToArray(),
        TimestampNs = sequence,
        Sequence = sequence,
    };
}
