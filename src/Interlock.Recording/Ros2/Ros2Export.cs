using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;
using Interlock.Recording.Flight.Encoding;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Writing;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Writing;
using Interlock.Recording.Overview;
using Interlock.Recording.Ros2.Export;
using Interlock.Recording.Ros2.Messages;
using Interlock.Recording.Ros2.Robot;

namespace Interlock.Recording.Ros2;

/// <summary>
/// A flight recording as messages of ROS 2: an MCAP file with profile <c>ros2</c>, schemas <c>ros2msg</c> and messages <c>cdr</c>, which viewers
/// read that do not know JSON. See <c>docs/viewers.md</c> for topics and types. One pass, in the order of time, in memory that does not grow with
/// the recording; equal recordings give equal bytes.
/// </summary>
public static class Ros2Export
{
    private const string Facts = "interlock.export";
    private const int StepsBetweenWords = 256;

    /// <summary>Writes a recording.</summary>
    /// <param name="log">The recording.</param>
    /// <param name="target">Where to; written from its place on and left open.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellation">Ends the export; what was written is no whole file then.</param>
    /// <exception cref="DiagnosticException">RC025 or a fault of the recording; RC043: more cameras and monitors than can be looked at; RC061: a time that ROS 2 cannot write; RC064: nothing to export.</exception>
    public static Ros2ExportReport Write(FlightLog log, Stream target, Ros2ExportOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        (int every, string? file, Action<long>? progress) = (options?.EverySteps ?? 1, options?.File, options?.Progress);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1, nameof(options));
        if (SignalCatalogue.Of(log.Layout) is null || log.Layout.Cameras.Count > OverviewLimits.Signals)
        {
            throw new DiagnosticException("RC043", "the recording has more signals or cameras than anybody could look at", new SourcePlace(file));
        }

        using McapWriter writer = new(target, new McapWriterOptions { Profile = Ros2Type.Profile }, leaveOpen: true);
        writer.WriteMetadata(new McapMetadata(Facts, FactsOf(log)));
        List<Diagnostic> findings = [];
        Ros2Output output = new(writer);
        RobotTopics robot = new(output, log, file, findings);
        robot.Begin(log.Clock.FileNs(log.Session.StartMonotonicNs));
        (long steps, long before) = (0, output.Messages);
        StepTopics rows = new(output, log.Layout, new Ros2Names());
        InOrderOfTime(Sources(log, output, Step), file);
        if (output.Messages == before)
        {
            throw new DiagnosticException("RC064", "the recording has no step, event, text or image", new SourcePlace(file), "'interlock record info' shows what it has");
        }

        writer.Finish();
        return new Ros2ExportReport(steps, output.Messages, output.Topics, findings);

        void Step(FlightStep step, ulong timeNs)
        {
            rows.Write(step, timeNs, isDue: steps % every == 0);
            robot.Write(step, timeNs);
            if (steps++ % StepsBetweenWords == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Invoke(steps);
            }
        }
    }

    private static IEnumerable<ITimedSource> Sources(FlightLog log, Ros2Output output, Action<FlightStep, ulong> step)
    {
        FlightClock clock = log.Clock;
        LogTopic sentences = new(output, log.Layout);
        Ros2Names names = new();
        yield return new TimedSource<FlightStep>(log.Steps(), item => clock.FileNs(item.MonotonicNs), step);
        yield return new TimedSource<RecordedEvent>(log.Events(), item => clock.FileNs(item.MonotonicNs), sentences.Write);
        yield return new TimedSource<RecordedText>(log.Texts(), item => clock.FileNs(item.MonotonicNs), sentences.Write);
        foreach (string camera in log.Layout.Cameras.Distinct())
        {
            yield return new TimedSource<CameraImage>(log.Images(camera), item => clock.FileNs(item.TimestampNs), new ImageTopics(output, camera, names).Write);
        }
    }

    private static void InOrderOfTime(IEnumerable<ITimedSource> sources, string? file)
    {
        List<ITimedSource> open = [];
        try
        {
            open.AddRange(sources);
            while (open.MinBy(source => source.NextNs ?? ulong.MaxValue) is { NextNs: not null } next)
            {
                next.Write();
            }
        }
        catch (DiagnosticException exception) when (exception.Diagnostics[0] is { Code: "RC061" } told && told.Place is null)
        {
            throw new DiagnosticException("RC061", told.Message, new SourcePlace(file), "the clock of the machine that recorded it was wrong; nothing else is");
        }
        finally
        {
            open.ForEach(source => source.Dispose());
        }
    }

    private static Dictionary<string, string> FactsOf(FlightLog log)
    {
        FlightSession session = log.Session;
        Dictionary<string, string> facts = new() { ["format"] = "interlock.ros2/1", ["run_id"] = session.RunId, ["start_utc_ns"] = FlightFacts.Whole(session.StartUtcNs) };
        FlightFacts.Add(facts, "task", session.Task);
        FlightFacts.Add(facts, "policy", session.Policy);
        FlightFacts.Add(facts, "robot", session.Robot);
        FlightFacts.Add(facts, "certificate_level", session.CertificateLevel);
        FlightFacts.Add(facts, "software_version", session.SoftwareVersion);
        return facts;
    }
}
