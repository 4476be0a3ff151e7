using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;
using Interlock.Policies.Remote.Mapping;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Tests.Remote.Mapping;

public sealed class ObservationWriterTests
{
    [Fact]
    public void Aloha_gets_its_images_in_a_map_with_colours_first()
    {
        IReadOnlyDictionary<string, WireValue> map = Write(ObservationPresets.Aloha, Request(14, "cam_high", "cam_low", "cam_left_wrist", "cam_right_wrist"));
        Assert.Equal(["state", "images", "prompt"], map.Keys);
        WireValue.Map images = Assert.IsType<WireValue.Map>(map["images"]);
        Assert.Equal(["cam_high", "cam_low", "cam_left_wrist", "cam_right_wrist"], images.Entries.Keys);
        NumpyArray image = ((WireValue.Array)images.Entries["cam_low"]).Value;
        Assert.Equal("[3, 1, 2]", image.Shape.ToString());
        Assert.Equal([0, 3, 1, 4, 2, 5], image.Data.ToArray());
    }

    [Fact]
    public void Droid_gets_joints_and_gripper_apart()
    {
        IReadOnlyDictionary<string, WireValue> map = Write(ObservationPresets.Droid, Request(8, "exterior_image_1_left", "wrist_image_left"));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Numbers(map["observation/joint_position"]));
        Assert.Equal([7], Numbers(map["observation/gripper_position"]));
    }

    [Fact]
    public void Lerobot_gets_a_number_per_motor_and_bare_camera_names()
    {
        IReadOnlyDictionary<string, WireValue> map = Write(ObservationPresets.Lerobot(["pan", "lift"], ["front"]), Request(2, "front"));
        Assert.Equal(["pan.pos", "lift.pos", "front", "task"], map.Keys);
        Assert.Equal(new WireValue.Number(1), map["lift.pos"]);
    }

    [Fact]
    public void Cameras_are_renamed_by_the_key_of_the_server()
    {
        RemoteObservation mapping = ObservationPresets.Libero.WithCameras(new Dictionary<string, string> { ["observation/image"] = "front", ["observation/wrist_image"] = "hand" });
        Assert.Equal("[1, 2, 3]", ((WireValue.Array)Write(mapping, Request(8, "front", "hand"))["observation/wrist_image"]).Value.Shape.ToString());
        Assert.Equal("PO126", Code(() => ObservationPresets.Libero.WithCameras(new Dictionary<string, string> { ["image"] = "front" })));
    }

    [Fact]
    public void Rows_under_way_are_sent_only_where_asked_for_and_only_when_there_are_any()
    {
        PolicyRequest none = Request(2);
        PolicyRequest some = none with { Prefix = new double[] { 1, 2, 3, 4 }, ExpectedDelaySteps = 3 };
        RemoteObservation plain = new([new ObservationField.StateArray("state", IsSingle: true)]);
        RemoteObservation chunking = plain.WithPrefix("prefix", "delay");
        Assert.Equal(["state"], Write(plain, some).Keys);
        Assert.Equal(["state"], Write(chunking, none).Keys);
        IReadOnlyDictionary<string, WireValue> map = Write(chunking, some);
        Assert.Equal("[2, 2]", ((WireValue.Array)map["prefix"]).Value.Shape.ToString());
        Assert.Equal(new WireValue.Integer(3), map["delay"]);
        Assert.Equal((false, true), (plain.SendsPrefix, chunking.SendsPrefix));
    }

    [Fact]
    public void What_the_observation_lacks_is_a_finding()
    {
        Assert.Equal("PO120", Code(() => Write(ObservationPresets.OpenVla, Request(7))));
        Assert.Equal("PO122", Code(() => Write(ObservationPresets.Droid, Request(7, "exterior_image_1_left", "wrist_image_left"))));
        PolicyRequest request = Request(1, "image");
        Observation lame = request.Observation with { State = new[] { double.NaN } };
        Assert.Equal("PO123", Code(() => Write(new RemoteObservation([new ObservationField.StateArray("state")]), request with { Observation = lame })));
        Observation jpeg = request.Observation with { Images = [request.Observation.Images[0] with { Encoding = ImageEncoding.Jpeg }] };
        Assert.Equal("PO121", Code(() => Write(ObservationPresets.OpenVla, request with { Observation = jpeg })));
        Assert.Equal("PO125", Code(() => ObservationPresets.Named("libro")));
    }

    private static IReadOnlyDictionary<string, WireValue> Write(RemoteObservation mapping, PolicyRequest request) =>
        new ObservationWriter(mapping, actionDimension: 2).Write(request);

    private static PolicyRequest Request(int channels, params string[] cameras) => new()
    {
        Observation = new Observation
        {
            Step = 0,
            TimestampNs = 0,
            State = Enumerable.Range(0, channels).Select(i => (double)i).ToArray(),
            Images = [.. cameras.Select(camera => new CameraImage { Camera = camera, WidthPx = 2, HeightPx = 1, Encoding = ImageEncoding.Rgb8, Data = new byte[] { 0, 1, 2, 3, 4, 5 }, TimestampNs = 0, Sequence = 0 })],
        },
    };

    private static double[] Numbers(WireValue value)
    {
        NumpyArray array = ((WireValue.Array)value).Value;
        double[] numbers = new double[array.ElementCount];
        array.CopyTo(numbers);
        return numbers;
    }

    private static string Code(Action act) => Assert.Throws<DiagnosticException>(act).Diagnostics[0].Code;
}
