using Interlock.Core.Observations;
using Interlock.Recording.Ros2.Cdr;

namespace Interlock.Recording.Ros2.Messages;

/// <summary>The fields of each message, in the order of its definition.</summary>
internal static class Ros2Messages
{
    private const int RgbBytes = 3;

    /// <summary>Positions only: a recording has neither velocities nor efforts, and we do not make any up.</summary>
    public static CdrWriter JointState(this CdrWriter cdr, ulong timeNs, IReadOnlyList<string> names, ReadOnlySpan<double> positions) =>
        cdr.Begin().Header(timeNs).Strings(names).Float64s(positions).Float64s([]).Float64s([]);

    public static CdrWriter Float64MultiArray(this CdrWriter cdr, string label, ReadOnlySpan<double> values) =>
        cdr.Begin().UInt32(1).String(label).UInt32((uint)values.Length).UInt32((uint)values.Length).UInt32(0).Float64s(values);

    public static CdrWriter Text(this CdrWriter cdr, string text) => cdr.Begin().String(text);

    public static CdrWriter Log(this CdrWriter cdr, ulong timeNs, Ros2Level level, string name, string message) =>
        cdr.Begin().Time(timeNs).UInt8((byte)level).String(name).String(message).String("").String("").UInt32(0);

    public static CdrWriter Image(this CdrWriter cdr, ulong timeNs, CameraImage image) =>
        cdr.Begin().Header(timeNs, image.Camera).UInt32((uint)image.HeightPx).UInt32((uint)image.WidthPx).String("rgb8")
            .UInt8(0).UInt32((uint)image.WidthPx * RgbBytes).Bytes(image.Data.Span);

    public static CdrWriter CompressedImage(this CdrWriter cdr, ulong timeNs, CameraImage image) =>
        cdr.Begin().Header(timeNs, image.Camera).String(image.Encoding == ImageEncoding.Jpeg ? "jpeg" : "png").Bytes(image.Data.Span);
}
