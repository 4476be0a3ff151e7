using System.Globalization;
using Interlock.Core.Observations;
using Interlock.Core.Text;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Flight.Writing;

namespace Interlock.Recording.Flight.Encoding;

/// <summary>Events, chunks, images and texts as messages.</summary>
internal sealed class ItemEncoder(FlightChannels channels, MessageGate gate, FlightClock clock, FlightLayout layout)
{
    private const int RgbBytes = 3;

    private readonly JsonText _json = new();
    private uint _events;
    private uint _chunks;
    private uint _texts;

    public void Write(in FlightEvent happened)
    {
        _json.Begin().Raw("{\"tick\":"u8).Number(happened.Tick)
            .Raw(",\"monotonic_ns\":"u8).Number(happened.MonotonicNs)
            .Raw(",\"kind\":"u8).Text(EnumWord.Of(happened.Kind))
            .Raw(",\"code\":"u8).Text(happened.Code.ToString())
            .Raw(",\"policy_step\":"u8).Number(happened.PolicyStep)
            .Raw(",\"channel\":"u8).Text(Subject(happened, layout))
            .Raw(",\"value\":"u8).Number(happened.Value)
            .Raw(",\"limit\":"u8).Number(happened.Limit).Raw("}"u8);
        ushort channel = happened.Kind <= FlightEventKind.Reset ? channels.GuardEvents : channels.Events;
        gate.WriteAlways(channel, _events++, clock.FileNs(happened.MonotonicNs), _json.Written);
    }

    public void Write(FlightChunk chunk)
    {
        _json.Begin().Raw("{\"observed_at_step\":"u8).Number(chunk.ObservedAtStep)
            .Raw(",\"monotonic_ns\":"u8).Number(chunk.MonotonicNs)
            .Raw(",\"observed_at_ns\":"u8).Number(chunk.ObservedAtNs)
            .Raw(",\"rows\":"u8).Number((long)chunk.Rows)
            .Raw(",\"inference_ms\":"u8).Number(chunk.InferenceMs)
            .Raw(",\"round_trip_ms\":"u8).Number(chunk.RoundTripMs)
            .Raw(",\"raw\":"u8).Numbers(chunk.Raw.Span);
        Optional(",\"unnormalised\":"u8, chunk.Unnormalised);
        Optional(",\"seam\":"u8, chunk.Seam);
        gate.Write(channels.Chunk, _chunks++, clock.FileNs(chunk.MonotonicNs), _json.Raw("}"u8).Written);
    }

    public void Write(CameraImage image, int camera)
    {
        bool raw = image.Encoding == ImageEncoding.Rgb8;
        ulong timeNs = clock.FileNs(image.TimestampNs);
        _json.Begin().Raw("{\"timestamp\":"u8).Time(timeNs).Raw(",\"frame_id\":"u8).Text(image.Camera);
        if (raw)
        {
            _json.Raw(",\"width\":"u8).Number((long)image.WidthPx).Raw(",\"height\":"u8).Number((long)image.HeightPx)
                .Raw(",\"encoding\":\"rgb8\",\"step\":"u8).Number((long)image.WidthPx * RgbBytes);
        }
        else
        {
            _json.Raw(image.Encoding == ImageEncoding.Jpeg ? ",\"format\":\"jpeg\""u8 : ",\"format\":\"png\""u8);
        }

        _json.Raw(",\"data\":"u8).Base64(image.Data.Span).Raw("}"u8);
        gate.Write((raw ? channels.RawImages : channels.Images)[camera], (uint)image.Sequence, timeNs, _json.Written);
    }

    public void Write(TextItem text)
    {
        ulong timeNs = clock.FileNs(text.MonotonicNs);
        _json.Begin().Raw("{\"timestamp\":"u8).Time(timeNs).Raw(",\"level\":"u8).Number((long)text.Level)
            .Raw(",\"message\":"u8).Text(text.Message).Raw(",\"name\":"u8).Text(text.Source)
            .Raw(",\"file\":\"\",\"line\":0}"u8);
        gate.WriteAlways(channels.Log, _texts++, timeNs, _json.Written);
    }

    /// <summary>The channel or the monitor that an event is about; one that the layout does not have stays a number.</summary>
    public static string? Subject(in FlightEvent happened, FlightLayout layout) =>
        happened.Channel is { } channel ? Name(channel, layout.Channels)
        : happened.Monitor is { } monitor ? Name(monitor, layout.Monitors)
        : null;

    private static string Name(int index, IReadOnlyList<string> names) => (uint)index < (uint)names.Count ? names[index] : index.ToString(CultureInfo.InvariantCulture);

    private void Optional(ReadOnlySpan<byte> key, ReadOnlyMemory<double>? values)
    {
        if (values is { } given)
        {
            _json.Raw(key).Numbers(given.Span);
        }
    }
}
