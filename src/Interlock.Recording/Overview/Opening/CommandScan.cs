using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Overview.Building;

namespace Interlock.Recording.Overview.Opening;

/// <summary>Every guarded command of a recording, from the one stream that has them.</summary>
internal static class CommandScan
{
    private const double NsPerS = 1e9;
    private const int MessagesBetweenLooks = 1 << 14;

    public static void Run(FlightLog log, SignalColumns columns, CommandVisitor visit, CancellationToken cancellation)
    {
        StepFrame frame = new(log.Layout);
        StepJson json = new(frame, Nothing(), Nothing(), Nothing());
        ulong startNs = log.Clock.FileNs(log.Session.StartMonotonicNs);
        McapQuery query = new()
        {
            Channels = new TopicMap(log.Layout, columns, log.Reader).ById.Where(pair => pair.Value == StepTopic.Guarded).Select(pair => pair.Key).ToHashSet(),
        };
        int count = 0;
        foreach (McapMessage message in log.Reader.Messages(query))
        {
            if (count++ % MessagesBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            frame.Parts = StepParts.None;
            if (json.Read(StepTopic.Guarded, message.Data.Span) is { } tick && frame.Parts == StepParts.Guarded)
            {
                visit(tick, (long)(message.LogTimeNs - startNs) / NsPerS, frame.Guarded);
            }
        }
    }

    private static WordIndex Nothing() => new(_ => 0);
}
