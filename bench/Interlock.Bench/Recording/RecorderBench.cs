using System.Diagnostics;
using Interlock.Core.Observations;
using Interlock.Core.Randomness;
using Interlock.Core.Units;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;

namespace Interlock.Bench.Recording;

/// <summary>The flight recorder at 1 kHz with 14 channels, every signal and one JPEG of 224 by 224 pixels at 30 Hz, into a real file.</summary>
internal static class RecorderBench
{
    private const int Channels = 14;
    private const int Monitors = 8;
    private const int RateHz = 1000;
    private const int ImageHz = 30;

    // A photograph of that size at quality 90, about.
    private const int JpegBytes = 18_000;
    private const int Seconds = 20;
    private const int LiveSeconds = 10;
    private const double NsPerS = 1e9;

    public static void Run(TextWriter output, TimeProvider time)
    {
        Pumped(output, time);
        Live(output, time);
    }

    // Simulated time, one thread: what the two sides cost by themselves.
    private static void Pumped(TextWriter output, TimeProvider time)
    {
        double commitNs = 0;
        double pumpNs = 0;
        long bytes = 0;

        // The first pass is for the compiler.
        for (int pass = 0; pass < 2; pass++)
        {
            commitNs = pumpNs = 0;
            using FlightRecorder recorder = Start(ownThread: false, out string path, time);
            Source source = new(recorder);
            for (int tick = 0; tick < Seconds * RateHz; tick++)
            {
                source.Fill(tick);
                long before = time.GetTimestamp();
                recorder.Commit();
                commitNs += time.GetElapsedTime(before).TotalNanoseconds;
                if (tick % 10 == 0)
                {
                    before = time.GetTimestamp();
                    recorder.Pump();
                    pumpNs += time.GetElapsedTime(before).TotalNanoseconds;
                }
            }

            recorder.Dispose();
            bytes = new FileInfo(path).Length;
            File.Delete(path);
        }

        int steps = Seconds * RateHz;
        output.WriteLine($"commit on the control thread:  {commitNs / steps:0} ns per step, clock included");
        output.WriteLine($"writer:                        {pumpNs / steps / 1000:0.0} us per step, {pumpNs / (Seconds * NsPerS):0.0%} of one core");
        output.WriteLine($"file:                          {bytes / (double)Seconds / 1e6:0.00} MB/s");
    }

    // Real time, own thread: processor time of the whole process, the loop that fills the frames included.
    private static void Live(TextWriter output, TimeProvider time)
    {
        using FlightRecorder recorder = Start(ownThread: true, out string path, time);
        Source source = new(recorder);
        using ManualResetEvent never = new(false);
        using Process process = Process.GetCurrentProcess();
        TimeSpan cpu = process.TotalProcessorTime;
        long start = time.GetTimestamp();
        for (int tick = 0; tick < LiveSeconds * RateHz;)
        {
            never.WaitOne(1);
            for (double due = time.GetElapsedTime(start).TotalSeconds * RateHz; tick < due; tick++)
            {
                source.Fill(tick);
                recorder.Commit();
            }
        }

        process.Refresh();
        double used = (process.TotalProcessorTime - cpu) / time.GetElapsedTime(start);
        recorder.Dispose();
        FlightHealth health = recorder.Health;
        output.WriteLine($"live for {LiveSeconds} s, whole process: {used:0.0%} of one core, {health.StepsWritten} steps written, {health.StepsDropped} steps and {health.ItemsDropped} images dropped, fault: {health.Fault?.ToString() ?? "none"}");
        File.Delete(path);
    }

    private static FlightRecorder Start(bool ownThread, out string path, TimeProvider time)
    {
        path = Path.Combine(Path.GetTempPath(), $"interlock-bench-{Environment.ProcessId}.mcap");
        File.Delete(path);
        FlightLayout layout = new()
        {
            Channels = [.. Enumerable.Range(0, Channels).Select(i => $"joint_{i}.pos")],
            Units = [.. Enumerable.Repeat(ChannelUnit.Degree, Channels)],
            PolicyDimension = Channels,
            RateHz = RateHz,
            Monitors = [.. Enumerable.Range(0, Monitors).Select(i => $"monitor_{i}")],
            Cameras = ["wrist"],
        };
        FlightSession session = new() { RunId = "bench", StartMonotonicNs = 0, StartUtcNs = 0 };
        return FlightRecorder.Start(new FlightRecorderOptions { Path = path, OwnThread = ownThread }, layout, session, time);
    }

    private sealed class Source(FlightRecorder recorder)
    {
        private readonly SeededRandom _random = new(1);
        private readonly byte[] _jpeg = new byte[JpegBytes];

        public void Fill(int tick)
        {
            StepFrame frame = recorder.Frame;
            frame.Tick = tick;
            frame.MonotonicNs = tick * (long)(NsPerS / RateHz);
            frame.UtcNs = frame.MonotonicNs;
            frame.PolicyStep = tick / 20.0;
            frame.ForceN = _random.NextDouble();
            frame.TorqueNm = _random.NextDouble();
            frame.Confidence = _random.NextDouble();
            frame.ChunkAgeMs = _random.NextDouble();
            frame.ObservationAgeMs = _random.NextDouble();
            Row(frame.Policy);
            Row(frame.Unnormalised);
            Row(frame.Guarded);
            Row(frame.Executed);
            Row(frame.State);
            Row(frame.MonitorValues);
            if (tick * ImageHz / RateHz != (tick + 1) * ImageHz / RateHz)
            {
                recorder.RecordImage(new CameraImage { Camera = "wrist", WidthPx = 224, HeightPx = 224, Encoding = ImageEncoding.Jpeg, Data = _jpeg, TimestampNs = frame.MonotonicNs, Sequence = tick });
            }
        }

        private void Row(Span<double> row)
        {
            foreach (ref double value in row)
            {
                value = _random.NextDouble() - 0.5;
            }
        }
    }
}
