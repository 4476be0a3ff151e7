using Interlock.Core.Units;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Overview.Building;

namespace Interlock.Bench.Series;

/// <summary>A long recording through the flight recorder itself, without pacing: 1 kHz, 14 channels, 8 monitors, every signal.</summary>
internal static class LargeRecording
{
    public const int Channels = 14;
    public const int RateHz = 1000;

    private const int Monitors = 8;
    private const int TicksPerPump = 10;
    private const int TicksPerChunk = 400;
    private const long PeriodNs = 1_000_000_000 / RateHz;

    private static readonly FlightLayout Layout = new()
    {
        Channels = [.. Enumerable.Range(0, Channels).Select(i => $"joint_{i}.pos")],
        Units = [.. Enumerable.Repeat(ChannelUnit.Degree, Channels)],
        PolicyDimension = Channels,
        RateHz = RateHz,
        Monitors = [.. Enumerable.Range(0, Monitors).Select(i => $"monitor_{i}")],
    };

    /// <summary>Writes it; returns the time that the recorder's side took, ns per step, and that of closing, ms.</summary>
    public static (double PumpNsPerStep, double CloseMs) Write(string path, int steps, bool overview, TimeProvider time)
    {
        FlightSession session = new() { RunId = "bench", StartMonotonicNs = 0, StartUtcNs = 1_700_000_000_000_000_000 };
        FlightRecorder recorder = FlightRecorder.Start(new FlightRecorderOptions { Path = path, OwnThread = false, Overview = overview }, Layout, session, time);
        double pumpNs = 0;
        for (int tick = 0; tick < steps; tick++)
        {
            Step(recorder, tick);
            if (tick % TicksPerPump == TicksPerPump - 1)
            {
                long before = time.GetTimestamp();
                recorder.Pump();
                pumpNs += time.GetElapsedTime(before).TotalNanoseconds;
            }
        }

        long closing = time.GetTimestamp();
        recorder.Dispose();
        return (pumpNs / steps, time.GetElapsedTime(closing).TotalMilliseconds);
    }

    /// <summary>What keeping the overview costs the recorder's thread, without the file.</summary>
    public static double OverviewNsPerStep(int steps, TimeProvider time)
    {
        OverviewBuilder builder = new(Layout, 0);
        StepFrame frame = new(Layout);
        double ns = 0;
        for (int tick = 0; tick < steps; tick++)
        {
            Fill(frame, tick);
            long before = time.GetTimestamp();
            builder.Add(frame, frame.MonotonicNs);
            ns += time.GetElapsedTime(before).TotalNanoseconds;
        }

        return ns / steps;
    }

    private static void Step(FlightRecorder recorder, int tick)
    {
        StepFrame frame = recorder.Frame;
        Fill(frame, tick);
        recorder.Commit();
        if (frame.Verdict == 1)
        {
            recorder.TryEvent(new FlightEvent { MonotonicNs = frame.MonotonicNs, Tick = tick, Kind = FlightEventKind.Intervention, Code = FlightCode.Of("GD020"), Channel = tick % Channels, Value = 1, Limit = 0.9 });
        }

        if (tick % TicksPerChunk == 0)
        {
            recorder.RecordChunk(new FlightChunk { MonotonicNs = frame.MonotonicNs, ObservedAtStep = tick / 20, ObservedAtNs = frame.MonotonicNs, Rows = 1, Raw = new double[Channels], RoundTripMs = 41.5 });
        }
    }

    private static void Fill(StepFrame frame, int tick)
    {
        frame.Tick = tick;
        frame.MonotonicNs = tick * PeriodNs;
        frame.UtcNs = frame.MonotonicNs;
        frame.PolicyStep = tick / 20.0;
        frame.Verdict = tick % 50_000 < 300 ? 1 : 0;
        frame.LatenessNs = tick * 7919L % 40_000;
        frame.ForceN = 2 + Math.Sin(tick * 1e-3);
        frame.TorqueNm = 0.1 * frame.ForceN;
        frame.ClipFraction = frame.Verdict == 1 ? 0.1 : 0;
        frame.Margin = 0.3 + (0.2 * Math.Sin(tick * 3e-4));
        frame.Confidence = 0.9;
        frame.ObservationAgeMs = tick % 33;
        frame.ChunkAgeMs = tick % TicksPerChunk;
        frame.ActionLagMs = 1.25;
        frame.LatencyMs = 41.5;
        Row(frame.Policy, tick, 0);
        Row(frame.Unnormalised, tick, 1);
        Row(frame.Guarded, tick, 2);
        Row(frame.Executed, tick, 3);
        Row(frame.State, tick, 4);
        Row(frame.MonitorValues, tick, 5);
    }

    private static void Row(Span<double> row, int tick, int kind)
    {
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = 60 * Math.Sin((tick * (1e-3 + (i * 1e-4))) + kind);
        }
    }
}
