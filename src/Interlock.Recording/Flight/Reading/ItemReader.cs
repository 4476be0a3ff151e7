using Interlock.Core.Observations;
using Interlock.Recording.Flight.Encoding;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Mcap.Records;

namespace Interlock.Recording.Flight.Reading;

/// <summary>Chunks and images from their messages.</summary>
internal static class ItemReader
{
    private const int RgbBytes = 3;

    // More than any camera has, on one side of an image.
    private const int MostPixels = 1 << 20;

    public static FlightChunk Chunk(MessageJson json, FlightLayout layout)
    {
        long rows = json.Whole("rows");
        double[] raw = json.Numbers("raw", null);
        double[]? unnormalised = json.OptionalNumbers("unnormalised");
        if (rows < 0 || raw.Length != rows * layout.PolicyDimension || (unnormalised is not null && unnormalised.Length != rows * layout.Channels.Count))
        {
            throw json.Wrong($"{raw.Length} raw and {unnormalised?.Length ?? 0} unnormalised values are not {rows} rows");
        }

        return new FlightChunk
        {
            MonotonicNs = json.Whole("monotonic_ns"),
            ObservedAtStep = json.Whole("observed_at_step"),
            ObservedAtNs = json.Whole("observed_at_ns"),
            Rows = (int)rows,
            Raw = raw,
            Unnormalised = Memory(unnormalised),
            InferenceMs = json.OptionalNumber("inference_ms"),
            RoundTripMs = json.OptionalNumber("round_trip_ms"),
            Seam = Memory(json.OptionalNumbers("seam")),
        };
    }

    /// <summary>Size of a compressed image is not in its message; it is left 0.</summary>
    public static CameraImage Image(MessageJson json, McapMessage message, FlightClock clock)
    {
        ImageEncoding encoding = json.OptionalText("format") switch
        {
            "jpeg" => ImageEncoding.Jpeg,
            "png" => ImageEncoding.Png,
            null when json.OptionalText("encoding") == "rgb8" => ImageEncoding.Rgb8,
            _ => throw json.Wrong("the image has an unknown format"),
        };
        bool raw = encoding == ImageEncoding.Rgb8;
        byte[] data = json.Bytes("data");
        long width = raw ? json.Whole("width") : 0;
        long height = raw ? json.Whole("height") : 0;
        if (width is < 0 or > MostPixels || height is < 0 or > MostPixels || (raw && data.Length != width * height * RgbBytes))
        {
            throw json.Wrong($"{data.Length} bytes are not an image of {width} by {height} pixels");
        }

        return new CameraImage
        {
            Camera = json.Text("frame_id"),
            WidthPx = (int)width,
            HeightPx = (int)height,
            Encoding = encoding,
            Data = data,
            TimestampNs = clock.MonotonicNs(message.LogTimeNs),
            Sequence = message.Sequence,
        };
    }

    private static ReadOnlyMemory<double>? Memory(double[]? values) => values is null ? null : values;
}
