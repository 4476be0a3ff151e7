using System.Text;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Ros2;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Recording.Tests.Ros2;

/// <summary>A small recording and its export.</summary>
internal static class Ros2Sample
{
    public const int Ticks = 60;

    public const string Urdf = """<robot name="arm"><link name="a"/><link name="b"/><joint name="shoulder" type="revolute"><parent link="a"/><child link="b"/><axis xyz="0 0 1"/></joint></robot>""";

    public static string Record(TemporaryFolder folder, string? urdf = Urdf, FlightSession? session = null, FlightLayout? layout = null)
    {
        string path = folder.PathOf("run.mcap");
        using FlightRecorder recorder = FlightRecorder.Start(
            new FlightRecorderOptions { Path = path, OwnThread = false }, layout ?? FlightSample.Layout, session ?? FlightSample.Session, TimeProvider.System);
        if (urdf is not null)
        {
            recorder.Attach("arm.urdf", "application/xml", Encoding.UTF8.GetBytes(urdf));
        }

        for (int tick = 0; tick < Ticks; tick++)
        {
            FlightSample.Fill(recorder.Frame, tick);
            recorder.Frame.Verdict = tick is 20 or 21 ? 1 : 0;
            recorder.Frame.MonitorValues[0] = tick < 10 ? double.NaN : tick;
            Assert.True(recorder.Commit());
            recorder.Pump();
        }

        recorder.TryEvent(new FlightEvent
        {
            MonotonicNs = FlightSample.StartNs + (20 * FlightSample.PeriodNs),
            Tick = 20,
            Kind = FlightEventKind.Intervention,
            Code = FlightCode.Of("GD001"),
            Channel = 1,
            Value = 1.625,
            Limit = 1.5,
        });
        recorder.RecordImage(FlightSample.Jpeg(30));
        recorder.RecordText(FlightSample.StartNs, FlightLevel.Warning, "test", "hello");
        return path;
    }

    public static (string Path, Ros2ExportReport Report) Export(TemporaryFolder folder, string recording, Ros2ExportOptions? options = null, string name = "out.mcap")
    {
        string path = folder.PathOf(name);
        using FlightLog log = FlightLog.Open(recording);
        using FileStream stream = File.Create(path);
        return (path, Ros2Export.Write(log, stream, options));
    }

    public static ILookup<string, ulong> Times(string path)
    {
        using McapReader reader = McapReader.Open(path);
        return reader.Messages().Select(message => (reader.Channels[message.ChannelId].Topic, message.LogTimeNs)).ToArray().ToLookup(pair => pair.Topic, pair => pair.LogTimeNs);
    }
}
