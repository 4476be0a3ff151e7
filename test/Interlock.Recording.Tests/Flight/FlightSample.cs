using Interlock.Core.Observations;
using Interlock.Core.Randomness;
using Interlock.Core.Units;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;

namespace Interlock.Recording.Tests.Flight;

/// <summary>A small session whose every number is told by its tick.</summary>
internal static class FlightSample
{
    public const long StartNs = 5_000_000_000;
    public const long StartUtcNs = 1_700_000_000_000_000_000;
    public const long PeriodNs = 1_000_000;

    public static readonly double[] Awkward =
        [0.1, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue, 1.0 / 3, -123456789.123456789, 1e-300];

    public static FlightLayout Layout { get; } = new()
    {
        Channels = ["shoulder.pos", "elbow.pos", "gripper.pos"],
        Units = [ChannelUnit.Degree, ChannelUnit.Radian, ChannelUnit.Percent],
        PolicyDimension = 4,
        RateHz = 1000,
        Monitors = ["oscillation", "freeze"],
        Cameras = ["wrist"],
    };

    public static FlightSession Session { get; } = new()
    {
        RunId = "run-7",
        StartMonotonicNs = StartNs,
        StartUtcNs = StartUtcNs,
        Task = "push the T",
        Policy = "scripted",
        Robot = "arm",
        CertificateLevel = "C2",
        Facts = new Dictionary<string, string> { ["site"] = "bench" },
    };

    public static FlightRecorder Start(Stream stream, FlightTrigger? trigger = null, FlightLayout? layout = null) => FlightRecorder.Start(
        new FlightRecorderOptions { OpenStream = () => stream, OwnThread = false, Trigger = trigger }, layout ?? Layout, Session, TimeProvider.System);

    public static FlightRecorder Start(string path) => FlightRecorder.Start(
        new FlightRecorderOptions { Path = path, OwnThread = false }, Layout, Session, TimeProvider.System);

    public static void Fill(StepFrame frame, long tick)
    {
        SeededRandom random = new((ulong)tick + 1);
        frame.Tick = tick;
        frame.MonotonicNs = StartNs + (tick * PeriodNs);
        frame.UtcNs = StartUtcNs + (tick * PeriodNs);
        frame.PolicyStep = tick / 3.0;
        frame.Verdict = 0;
        frame.Mark = false;
        frame.SupervisorState = 2;
        frame.ActionSource = 1;
        frame.LatenessNs = tick % 17;
        frame.ClipFraction = tick % 2 == 0 ? 0.25 : null;
        frame.ForceN = tick % 2 == 0 ? 1.5 : null;
        frame.ActionLagMs = tick % 5 == 0 ? null : tick / 7.0;
        frame.LatencyMs = tick % 3 == 0 ? null : tick / 9.0;
        frame.Margin = 1.0 / (tick + 1);
        foreach (ref double value in frame.Policy)
        {
            value = random.NextDouble() < 0.3 ? Awkward[(int)(random.NextDouble() * Awkward.Length)] : random.NextDouble() - 0.5;
        }

        Row(frame.Unnormalised, tick, 1);
        Row(frame.Guarded, tick, 2);
        Row(frame.Executed, tick, 3);
        Row(frame.State, tick, 4);
        frame.MonitorValues.Fill(tick * 0.1);
    }

    public static void Run(FlightRecorder recorder, long from, long to)
    {
        for (long tick = from; tick < to; tick++)
        {
            Fill(recorder.Frame, tick);
            Assert.True(recorder.Commit());
            recorder.Pump();
        }
    }

    public static CameraImage Jpeg(long tick, int bytes = 300)
    {
        byte[] data = new byte[bytes];
        data.AsSpan().Fill((byte)tick);
        return new CameraImage
        {
            Camera = "wrist",
            WidthPx = 0,
            HeightPx = 0,
            Encoding = ImageEncoding.Jpeg,
            Data = data,
            TimestampNs = StartNs + (tick * PeriodNs),
            Sequence = tick,
        };
    }

    private static void Row(Span<double> row, long tick, int kind)
    {
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = (kind * tick) + (i / 7.0);
        }
    }
}
