using System.Diagnostics.CodeAnalysis;
using Interlock.Core.Observations;
using Interlock.Robots;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Sensing;

namespace Interlock.Runtime.Tests.Sensing;

public sealed class CameraHubTests
{
    private const long MsNs = 1_000_000;

    private readonly VirtualClock _clock = new();

    [Fact]
    public void The_age_is_that_of_the_stream_that_is_worst_off()
    {
        FakeCamera wrist = new("wrist");
        FakeCamera top = new("top");
        using CameraHub hub = new([new CameraFeed(wrist, 100 * MsNs), new CameraFeed(top, null)], _clock);
        Assert.Null(hub.WorstAgeNs(0, out bool tooOld));
        Assert.True(tooOld);

        wrist.Take(0, _clock.NowNs);
        top.Take(0, _clock.NowNs);
        hub.Poll();
        Assert.Equal(100 * MsNs, hub.WorstAgeNs(100 * MsNs, out tooOld));
        Assert.False(tooOld);
        hub.WorstAgeNs((100 * MsNs) + 1, out tooOld);
        Assert.True(tooOld);

        _clock.Advance(200 * MsNs);
        wrist.Take(1, _clock.NowNs);
        hub.Poll();
        Assert.Equal(250 * MsNs, hub.WorstAgeNs(250 * MsNs, out tooOld));
        Assert.False(tooOld);
    }

    [Fact]
    public void Every_image_is_handed_on_once_and_the_newest_is_kept()
    {
        FakeCamera wrist = new("wrist");
        List<long> seen = [];
        using CameraHub hub = new([new CameraFeed(wrist, null)], _clock, image => seen.Add(image.Sequence));
        hub.Poll();
        Assert.Empty(hub.Newest());
        wrist.Take(4, 0);
        hub.Poll();
        hub.Poll();
        wrist.Take(6, 1);
        hub.Poll();
        Assert.Equal([4, 6], seen);
        Assert.Equal(6, hub.Newest().Single().Sequence);
    }

    [Fact]
    public void A_camera_that_crashes_grows_old_instead_of_ending_the_program()
    {
        FakeCamera wrist = new("wrist");
        wrist.Take(0, 0);
        using MonotonicClock clock = new();
        using CameraHub hub = new([new CameraFeed(wrist, 1)], clock);
        wrist.Crashes = true;
        hub.Start();
        Assert.True(SpinWait.SpinUntil(() => hub.Fault is not null, TimeSpan.FromSeconds(30)), "the fault was not told within 30 s");
        hub.WorstAgeNs(clock.NowNs, out bool tooOld);
        Assert.True(tooOld);
    }

    private sealed class FakeCamera(string name) : ICamera
    {
        private CameraImage? _image;

        public string Name => name;

        public double? RateHz => null;

        public bool Crashes { get; set; }

        public void Take(long sequence, long nowNs) =>
            _image = new CameraImage { Camera = name, WidthPx = 1, HeightPx = 1, Encoding = ImageEncoding.Rgb8, Data = new byte[3], TimestampNs = nowNs, Sequence = sequence };

        public bool TryLatest(long afterSequence, long nowNs, [NotNullWhen(true)] out CameraImage? image)
        {
            image = _image?.Sequence > afterSequence ? _image : null;
            return Crashes ? throw new InvalidOperationException("cable") : image is not null;
        }

        public void Dispose()
        {
        }
    }
}
