using System.IO.MemoryMappedFiles;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;

namespace Interlock.Recording.Tests.Flight.Crash;

/// <summary>Records at 1 kHz until it is killed; says after each commit in a file of eight bytes how many steps it has committed.</summary>
internal static class Program
{
    private const double MillisecondsPerS = 1000;

    public static void Main(string[] args)
    {
        if (args is [string path, string progress])
        {
            Record(path, progress);
        }
    }

    private static void Record(string path, string progress)
    {
        using MemoryMappedFile file = MemoryMappedFile.CreateFromFile(progress, FileMode.Open);
        using MemoryMappedViewAccessor committed = file.CreateViewAccessor();
        FlightRecorderOptions options = new() { Path = path };
        using FlightRecorder recorder = FlightRecorder.Start(options, FlightSample.Layout, FlightSample.Session, TimeProvider.System);
        using ManualResetEvent never = new(false);
        long start = TimeProvider.System.GetTimestamp();
        for (long tick = 0; ;)
        {
            never.WaitOne(1);
            for (double due = TimeProvider.System.GetElapsedTime(start).TotalSeconds * MillisecondsPerS; tick < due; tick++)
            {
                FlightSample.Fill(recorder.Frame, tick);
                recorder.Commit();
                committed.Write(0, tick + 1);
            }
        }
    }
}
