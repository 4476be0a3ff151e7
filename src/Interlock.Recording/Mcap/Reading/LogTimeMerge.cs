using Interlock.Recording.Mcap.Records;

namespace Interlock.Recording.Mcap.Reading;

/// <summary>Messages of many regions by log time; only regions whose times overlap are in memory together.</summary>
internal static class LogTimeMerge
{
    public static IEnumerable<McapMessage> Of(IEnumerable<MessageRegion> regions, McapQuery query, RegionReader reader, ByteSource source)
    {
        Queue<MessageRegion> waiting = new(regions.OrderBy(region => region.StartTimeNs).ThenBy(region => region.Offset));
        PriorityQueue<Cursor, (ulong LogTimeNs, long Offset)> open = new();
        long openBytes = 0;
        while (waiting.Count > 0 || open.Count > 0)
        {
            if (waiting.TryPeek(out MessageRegion? next) && (!open.TryPeek(out _, out var first) || next.StartTimeNs <= first.LogTimeNs))
            {
                waiting.Dequeue();
                openBytes += next.Length;
                source.RefuseAbove(source.Limits.LargestOpenChunksBytes, next.Offset, openBytes);
                openBytes -= Advance(open, new Cursor(next, Sorted(reader.Messages(next, query)), -1));
                continue;
            }

            Cursor cursor = open.Dequeue();
            yield return cursor.Messages[cursor.At];
            openBytes -= Advance(open, cursor);
        }
    }

    // Bytes that are no longer held.
    private static long Advance(PriorityQueue<Cursor, (ulong LogTimeNs, long Offset)> open, Cursor cursor)
    {
        Cursor next = cursor with { At = cursor.At + 1 };
        if (next.At == next.Messages.Count)
        {
            return next.Region.Length;
        }

        open.Enqueue(next, (next.Messages[next.At].LogTimeNs, next.Region.Offset));
        return 0;
    }

    private static List<McapMessage> Sorted(List<McapMessage> messages)
    {
        for (int i = 1; i < messages.Count; i++)
        {
            if (messages[i].LogTimeNs < messages[i - 1].LogTimeNs)
            {
                return [.. messages.OrderBy(message => message.LogTimeNs)];
            }
        }

        return messages;
    }

    private readonly record struct Cursor(MessageRegion Region, List<McapMessage> Messages, int At);
}
