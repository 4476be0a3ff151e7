using System.Text.Json;
using Interlock.Core.Observations;
using Interlock.Dashboard.Web.Answers;
using Interlock.Recording.Overview;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>Events, chunks and pictures from their messages.</summary>
internal static class ItemReader
{
    private const int RgbBytes = 3;

    // More than any camera has on one side.
    private const int MostPixels = 1 << 14;

    /// <exception cref="JsonException">It is not as its schema says.</exception>
    public static OverviewEvent Event(double t, ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        double tick = 0;
        string? kind = null, code = null, channel = null;
        double? value = null, limit = null;
        while (JsonFields.Next(ref reader))
        {
            switch (reader.GetString())
            {
                case "tick": tick = JsonFields.OptionalNumber(ref reader) ?? 0; break;
                case "kind": kind = JsonFields.Text(ref reader); break;
                case "code": code = JsonFields.Text(ref reader); break;
                case "channel": channel = JsonFields.Text(ref reader); break;
                case "value": value = JsonFields.OptionalNumber(ref reader); break;
                case "limit": limit = JsonFields.OptionalNumber(ref reader); break;
                default: JsonFields.Skip(ref reader); break;
            }
        }

        return new OverviewEvent(t, (long)tick, kind ?? throw JsonFields.Wrong(), code ?? throw JsonFields.Wrong(), channel, value, limit, Count: 1);
    }

    /// <exception cref="JsonException">It is not as its schema says.</exception>
    public static ChunkAnswer Chunk(double t, ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        double rows = 0;
        double? inferenceMs = null, roundTripMs = null;
        while (JsonFields.Next(ref reader))
        {
            if (reader.ValueTextEquals("rows"u8))
            {
                rows = JsonFields.OptionalNumber(ref reader) ?? 0;
            }
            else if (reader.ValueTextEquals("inference_ms"u8))
            {
                inferenceMs = JsonFields.OptionalNumber(ref reader);
            }
            else if (reader.ValueTextEquals("round_trip_ms"u8))
            {
                roundTripMs = JsonFields.OptionalNumber(ref reader);
            }
            else
            {
                JsonFields.Skip(ref reader);
            }
        }

        JsonFields.Require(rows is >= 0 and <= int.MaxValue);
        return new ChunkAnswer(t, (int)rows, roundTripMs ?? inferenceMs);
    }

    /// <exception cref="JsonException">It is not as its schema says.</exception>
    public static CameraImage Image(string camera, ulong timeNs, ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        double width = 0, height = 0;
        string? format = null;
        byte[]? data = null;
        while (JsonFields.Next(ref reader))
        {
            switch (reader.GetString())
            {
                case "width": width = JsonFields.OptionalNumber(ref reader) ?? 0; break;
                case "height": height = JsonFields.OptionalNumber(ref reader) ?? 0; break;
                case "format" or "encoding": format = JsonFields.Text(ref reader); break;
                case "data": reader.Read(); JsonFields.Require(reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out data)); break;
                default: JsonFields.Skip(ref reader); break;
            }
        }

        ImageEncoding encoding = format switch { "jpeg" => ImageEncoding.Jpeg, "png" => ImageEncoding.Png, "rgb8" => ImageEncoding.Rgb8, _ => throw JsonFields.Wrong() };
        JsonFields.Require(data is not null && (encoding != ImageEncoding.Rgb8 || (width is >= 1 and <= MostPixels && height is >= 1 and <= MostPixels && data.LongLength == (long)width * (long)height * RgbBytes)));
        return new CameraImage
        {
            Camera = camera,
            WidthPx = encoding == ImageEncoding.Rgb8 ? (int)width : 0,
            HeightPx = encoding == ImageEncoding.Rgb8 ? (int)height : 0,
            Encoding = encoding,
            Data = data,
            TimestampNs = (long)timeNs,
            Sequence = 0,
        };
    }
}
