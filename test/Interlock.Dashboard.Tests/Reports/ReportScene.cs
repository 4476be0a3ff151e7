using System.Text;
using Interlock.Core.Observations;
using Interlock.Core.Units;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;

namespace Interlock.Dashboard.Tests.Reports;

/// <summary>A small session of two joints at 50 Hz: from step 100 to 124 the guard keeps the shoulder at its bound; at step 150 a stop is latched where asked.</summary>
internal sealed record ReportScene
{
    public const string Contract = """
        interlock: contract/1
        name: two-joints
        rate_hz: 50
        action: { space: joint_position, reference: absolute }
        channels:
          - {name: shoulder.pos, role: joint, unit: deg, min: -90, max: 90, max_velocity: 400, max_acceleration: 9000}
          - {name: elbow.pos, role: joint, unit: rad, min: -2, max: 2, max_velocity: 8, max_acceleration: 200}
        force: { max_force_n: 20 }
        watchdog: { max_age_ms: 200, on_stale: hold }
        monitors: { profile: action_chunk, calibration: two.calibration.json }
        """;

    public static string Calibration { get; } = Series.CalibrationSample.Text("shoulder.pos", "elbow.pos");

    private const int StepsPerFrame = 7;
    private const long PeriodNs = 20_000_000;

    public int Steps { get; init; } = 200;

    public string Shoulder { get; init; } = "shoulder.pos";

    public FlightSession Session { get; init; } = new()
    {
        RunId = "run-1",
        StartMonotonicNs = 1_000_000_000,
        StartUtcNs = 1_700_000_000_000_000_000,
        Task = "put the cube on the goal",
        Policy = "scripted",
        Robot = "bench-arm",
        SoftwareVersion = "0.1.0",
    };

    public string? ContractText { get; init; } = Contract;

    public bool? Success { get; init; } = true;

    public string Outcome { get; init; } = "placed";

    public bool IsChanged { get; init; } = true;

    public bool IsStopped { get; init; }

    public bool IsNothingANumber { get; init; }

    public double? LatencyMs { get; init; } = 40;

    public double? ForceN { get; init; } = 3;

    /// <summary>From this tick on the elbow is commanded 0.9 rad further; null for never.</summary>
    public int? JumpTick { get; init; }

    /// <summary>False for an arm that says nothing about where it is.</summary>
    public bool IsMeasured { get; init; } = true;

    public double? Confidence { get; init; } = 0.9;

    /// <summary>Writes the name of the monitors' calibration into the recording; null for none.</summary>
    public string? CalibrationName { get; init; } = "two.calibration.json";

    /// <summary>The camera delivers a frame every seven steps.</summary>
    public bool HasImages { get; init; }

    public string Camera { get; init; } = "table";

    public string Monitor { get; init; } = "jerk";

    public int ImageWidthPx { get; init; } = 64;

    /// <summary>Frames are JPEG files of so many bytes; null: raw ones.</summary>
    public int? JpegBytes { get; init; }

    public IReadOnlyList<(string Name, string MediaType, byte[] Bytes)> Files { get; init; } = [];

    public string Write(string path)
    {
        FlightLayout layout = new()
        {
            Channels = [Shoulder, "elbow.pos"],
            Units = [ChannelUnit.Degree, ChannelUnit.Radian],
            PolicyDimension = 2,
            RateHz = 50,
            Monitors = [Monitor],
            Cameras = HasImages ? [Camera] : [],
        };
        using FlightRecorder recorder = FlightRecorder.Start(new FlightRecorderOptions { Path = path, OwnThread = false }, layout, Session, TimeProvider.System);
        Attach(recorder);
        recorder.SetOutcome(Success, Outcome);
        for (int tick = 0; tick < Steps; tick++)
        {
            Step(recorder, tick);
        }

        return path;
    }

    private void Attach(FlightRecorder recorder)
    {
        if (ContractText is not null)
        {
            recorder.Attach("two.contract.yaml", "application/yaml", Encoding.UTF8.GetBytes(ContractText));
        }

        if (ContractText is not null && CalibrationName is { } calibration)
        {
            recorder.Attach(calibration, "application/json", Encoding.UTF8.GetBytes(Calibration));
        }

        foreach ((string name, string mediaType, byte[] bytes) in Files)
        {
            recorder.Attach(name, mediaType, bytes);
        }
    }

    private void Step(FlightRecorder recorder, int tick)
    {
        StepFrame frame = recorder.Frame;
        bool isChanged = IsChanged && tick is >= 100 and < 125;
        bool isStopped = IsStopped && tick >= 150;
        Fill(frame, tick, isChanged, isStopped);
        long now = frame.MonotonicNs;
        recorder.Commit();
        if (isChanged)
        {
            recorder.TryEvent(new FlightEvent { MonotonicNs = now, Tick = tick, Kind = FlightEventKind.Intervention, Code = FlightCode.Of("GD110"), Channel = 0, Value = 100, Limit = 90 });
        }

        if (IsStopped && tick == 150)
        {
            recorder.TryEvent(new FlightEvent { MonotonicNs = now, Tick = tick, Kind = FlightEventKind.Stop, Code = FlightCode.Of("GD130"), Channel = 1, Value = 3, Limit = 2 });
        }

        if (HasImages && tick % StepsPerFrame == 0)
        {
            recorder.RecordImage(Image(tick, now));
        }

        if (tick % 20 == 0)
        {
            recorder.RecordChunk(new FlightChunk { MonotonicNs = now, ObservedAtStep = tick, ObservedAtNs = now, Rows = 1, Raw = new double[2], RoundTripMs = LatencyMs });
        }

        recorder.Pump();
    }

    private CameraImage Image(int tick, long now)
    {
        byte[] data = new byte[JpegBytes ?? (3 * ImageWidthPx * ImageWidthPx)];
        for (int i = 0; i < data.Length; i++)
        {
            data[i] = (byte)((i * 31) + tick);
        }

        return new CameraImage
        {
            Camera = Camera,
            Encoding = JpegBytes is null ? ImageEncoding.Rgb8 : ImageEncoding.Jpeg,
            WidthPx = ImageWidthPx,
            HeightPx = ImageWidthPx,
            Data = data,
            TimestampNs = now,
            Sequence = tick / StepsPerFrame,
        };
    }

    private void Fill(StepFrame frame, int tick, bool isChanged, bool isStopped)
    {
        frame.Tick = tick;
        frame.MonotonicNs = Session.StartMonotonicNs + (tick * PeriodNs);
        frame.UtcNs = Session.StartUtcNs + (tick * PeriodNs);
        frame.PolicyStep = tick;
        frame.Verdict = isStopped ? 3 : isChanged ? 1 : 0;
        frame.SupervisorState = isStopped ? 6 : 2;
        frame.ActionSource = 1;
        frame.ForceN = ForceN;
        frame.Confidence = Confidence;
        frame.LatencyMs = LatencyMs;
        frame.Margin = IsNothingANumber ? double.NaN : isChanged ? 0 : 0.25;
        double shoulder = isChanged ? 90 : 60 * Math.Sin(tick * 0.05), elbow = Math.Sin(tick * 0.02) + (tick >= JumpTick ? 0.9 : 0);
        Row(frame.Policy, isChanged ? 100 : shoulder, elbow);
        Row(frame.Unnormalised, isChanged ? 100 : shoulder, elbow);
        Row(frame.Guarded, shoulder, elbow);
        Row(frame.Executed, shoulder, elbow);
        Row(frame.State, shoulder - 1, elbow);
        frame.Parts = IsMeasured ? StepParts.All : StepParts.All & ~StepParts.State;
        frame.MonitorValues.Fill(IsNothingANumber ? double.NaN : 0.5);
    }

    private void Row(Span<double> row, double shoulder, double elbow)
    {
        row[0] = IsNothingANumber ? double.NaN : shoulder;
        row[1] = IsNothingANumber ? double.NaN : elbow;
    }
}
