using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;
using Interlock.Robots.Cameras;
using Xunit;

namespace Interlock.Robots.Tests.Cameras;

public sealed class CameraTests
{
    private const long Ms = 1_000_000;

    private readonly PicturedStub _robot = new();

    [Fact]
    public void Pictures_come_at_the_cameras_own_rate_and_never_twice()
    {
        using SimulatedCamera camera = new(_robot, new SimulatedCameraOptions { RateHz = 30, WidthPx = 8, HeightPx = 8 });
        long known = -1;
        List<CameraImage> images = [];
        for (int tick = 0; tick <= 1_000; tick++)
        {
            if (camera.TryLatest(known, tick * Ms, out CameraImage? image))
            {
                images.Add(image);
                known = image.Sequence;
                Assert.InRange(image.TimestampNs, (tick - 34) * Ms, tick * Ms);
            }
        }

        Assert.Equal(Enumerable.Range(0, 31).Select(i => (long)i), images.Select(image => image.Sequence));
        Assert.Equal(31, images.Select(image => Convert.ToHexString(image.Data.Span)).Distinct().Count());
    }

    [Fact]
    public void The_picture_shows_where_the_robot_stands()
    {
        using SimulatedCamera camera = new(_robot, new SimulatedCameraOptions { WidthPx = 100, HeightPx = 10 });
        _robot.Share = 0.25;
        Assert.True(camera.TryLatest(-1, 0, out CameraImage? image));
        Assert.Equal((100 * 10 * 3, ImageEncoding.Rgb8), (image.Data.Length, image.Encoding));
        Assert.Equal(25, Enumerable.Range(0, 100).Count(column => image.Data.Span[column * 3] > 128));
    }

    [Fact]
    public void A_frozen_camera_repeats_its_picture_as_new_and_a_stalled_one_says_nothing()
    {
        using SimulatedCamera camera = new(_robot);
        Assert.True(camera.TryLatest(-1, 0, out CameraImage? first));
        camera.Fault = CameraFault.Frozen;
        Assert.True(camera.TryLatest(first.Sequence, 100 * Ms, out CameraImage? second));
        Assert.True(second.Sequence > first.Sequence && second.Data.Span.SequenceEqual(first.Data.Span));
        camera.Fault = CameraFault.Stalled;
        Assert.False(camera.TryLatest(second.Sequence, 200 * Ms, out _));
    }

    [Fact]
    public void Files_pass_through_unopened_in_order_and_from_the_beginning_again()
    {
        string folder = Directory.CreateTempSubdirectory("interlock-camera").FullName;
        try
        {
            byte[] wide = Jpeg(640, 480, 1);
            byte[] narrow = Jpeg(32, 64, 2);
            File.WriteAllBytes(Path.Combine(folder, "b.JPG"), narrow);
            File.WriteAllBytes(Path.Combine(folder, "a.jpeg"), wide);
            File.WriteAllText(Path.Combine(folder, "notes.txt"), "no picture");
            using FileCamera camera = FileCamera.Open("wrist", folder, 10);
            Assert.True(camera.TryLatest(-1, 0, out CameraImage? first));
            Assert.True(camera.TryLatest(0, 100 * Ms, out CameraImage? second));
            Assert.True(camera.TryLatest(1, 200 * Ms, out CameraImage? third));
            Assert.Equal(((640, 480), (32, 64)), ((first.WidthPx, first.HeightPx), (second.WidthPx, second.HeightPx)));
            Assert.Equal([wide, narrow, wide], new[] { first, second, third }.Select(image => image.Data.ToArray()));
            Assert.Equal(2, camera.PictureCount);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void Every_shortened_picture_is_refused_or_has_a_size_and_none_crashes()
    {
        byte[] whole = Jpeg(640, 480, 1);
        for (int length = 0; length < whole.Length; length++)
        {
            (int, int)? size = JpegSize.Of(whole.AsSpan(0, length));
            Assert.True(size is null || size == (640, 480));
        }

        Assert.Null(JpegSize.Of("not a picture"u8));
    }

    [Fact]
    public void A_folder_without_pictures_is_refused()
    {
        string folder = Directory.CreateTempSubdirectory("interlock-camera").FullName;
        try
        {
            DiagnosticException refusal = Assert.Throws<DiagnosticException>(() => FileCamera.Open("wrist", folder, 10));
            Assert.Equal(RobotCodes.NoPictures, refusal.Diagnostics[0].Code);
            File.WriteAllText(Path.Combine(folder, "broken.jpg"), "hello");
            using FileCamera camera = FileCamera.Open("wrist", folder, 10);
            refusal = Assert.Throws<DiagnosticException>(() => camera.TryLatest(-1, 0, out _));
            Assert.Equal(RobotCodes.UnusablePicture, refusal.Diagnostics[0].Code);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void Unusable_settings_are_refused()
    {
        Assert.Throws<DiagnosticException>(() => new SimulatedCamera(_robot, new SimulatedCameraOptions { WidthPx = 0 }));
        Assert.Throws<DiagnosticException>(() => new SimulatedCamera(_robot, new SimulatedCameraOptions { RateHz = double.NaN }));
    }

    /// <summary>Start of image, one application segment, a frame header, and bytes that nobody looks at.</summary>
    private static byte[] Jpeg(int widthPx, int heightPx, byte tail) =>
    [
        0xFF, 0xD8,
        0xFF, 0xE0, 0, 6, 1, 2, 3, 4,
        0xFF, 0xC4, 0, 3, 0,
        0xFF, 0xC2, 0, 11, 8, (byte)(heightPx >> 8), (byte)heightPx, (byte)(widthPx >> 8), (byte)widthPx, 1, 1, 0x11, 0,
        tail, tail,
    ];

    private sealed class PicturedStub : IPicturedRobot
    {
        public double Share { get; set; } = 0.5;

        public int PicturedChannels => 3;

        public double ShareOfRange(int channel) => Share;
    }
}
