using System.Text.Json;
using Interlock.Core.Observations;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.JsonNumpy;

namespace Interlock.Policies.Tests.Remote;

/// <summary>The recorded LIBERO observation, as our cameras and robots would deliver it.</summary>
internal static class LiberoObservation
{
    public const string Folder = "data/openvla-oft-libero-observation";
    public const long Step = 12;
    public const long TimestampNs = 345;

    public static PolicyRequest Request()
    {
        using JsonDocument json = JsonDocument.Parse(Shared("observation.json"));
        ActRequest captured = ActRequest.Decode(Shared("wire_oft_act_request.json"));
        return new PolicyRequest
        {
            Observation = new Observation
            {
                Step = Step,
                TimestampNs = TimestampNs,
                State = json.RootElement.GetProperty("state").EnumerateArray().Select(value => value.GetDouble()).ToArray(),
                Task = json.RootElement.GetProperty("task_description").GetString(),
                Images = [.. new[] { ("image", "full_image"), ("full_image", "full_image"), ("wrist_image", "wrist_image") }.Select(pair => Image(pair.Item1, captured, pair.Item2))],
            },
        };
    }

    public static byte[] Shared(string name) => File.ReadAllBytes(SharedFiles.PathOf($"{Folder}/{name}"));

    private static CameraImage Image(string camera, ActRequest captured, string key) => new()
    {
        Camera = camera,
        WidthPx = 224,
        HeightPx = 224,
        Encoding = ImageEncoding.Rgb8,
        Data = ((WireValue.Array)captured.Fields.Entries[key]).Value.Data,
        TimestampNs = 0,
        Sequence = 1,
    };
}
