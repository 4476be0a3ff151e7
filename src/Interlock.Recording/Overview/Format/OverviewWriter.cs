using System.Runtime.InteropServices;
using Interlock.Recording.Overview.Building;

namespace Interlock.Recording.Overview.Format;

/// <summary>An overview as the bytes of its attachment.</summary>
internal static class OverviewWriter
{
    public static ReadOnlyMemory<byte> Write(OverviewBuilder built)
    {
        OverviewOutput output = new();
        Head(output, built);
        for (int i = 0; i < built.Columns.Count; i++)
        {
            Signal(output, built.Columns.Signals[i], built.Signals.Tallies[i]);
        }

        foreach (WordTrack track in built.Tracks)
        {
            Track(output, track);
        }

        Events(output, built.Events);
        Chunks(output, built.Chunks);
        Moments(output, built.Moments);
        Rows(output, built);
        return output.Written;
    }

    private static void Head(OverviewOutput output, OverviewBuilder built)
    {
        output.Raw(OverviewFormat.Magic);
        output.UInt16(OverviewFormat.Version);
        output.UInt16(built.Tracks.Count);
        output.UInt32(built.Columns.Count);
        output.UInt32(built.Signals.Store.Count);
        output.Int64(built.Signals.Store.BucketNs);
        output.Int64(built.StartNs);
        output.Int64(built.LengthNs);
        output.Int64(built.Steps);
    }

    private static void Signal(OverviewOutput output, (string Key, string Unit) name, in SignalTally tally)
    {
        output.Text(name.Key);
        output.Text(name.Unit);
        output.Int64(tally.Count);
        output.Int64(tally.NotANumber);
        output.Double(tally.Min);
        output.Double(tally.Max);
        output.Double(tally.Count == 0 ? double.NaN : tally.Sum / tally.Count);
    }

    private static void Track(OverviewOutput output, WordTrack track)
    {
        output.Text(track.Name);
        output.UInt32(track.Words.Count);
        for (int i = 0; i < track.Words.Count; i++)
        {
            output.Text(track.Words[i]);
            output.Int64(track.Steps[i]);
        }

        output.Int64(track.Spans.Hidden);
        output.UInt32(track.Spans.Items.Count);
        foreach (WordSpan span in track.Spans.Items)
        {
            output.Int64(span.FromNs);
            output.UInt32(span.Word);
            output.UInt32(span.Hidden);
        }
    }

    private static void Events(OverviewOutput output, EventTally events)
    {
        output.Int64(events.Hidden);
        output.Int64(events.Uncounted);
        output.UInt32(events.Keys.Count);
        for (int i = 0; i < events.Keys.Count; i++)
        {
            output.Text(events.Keys[i].Kind);
            output.Text(events.Keys[i].Code);
            output.OptionalText(events.Keys[i].Channel);
            output.Int64(events.Counts[i]);
        }

        output.UInt32(events.Runs.Count);
        foreach (EventRun run in events.Runs.OrderBy(run => run.Ns))
        {
            output.UInt32(run.Key);
            output.Int64(run.Ns);
            output.Int64(run.Tick);
            output.Int64(run.Count);
            output.Byte((run.Value is null ? 0 : OverviewFormat.HasValue) | (run.Limit is null ? 0 : OverviewFormat.HasLimit));
            output.Double(run.Value ?? 0);
            output.Double(run.Limit ?? 0);
        }
    }

    private static void Chunks(OverviewOutput output, ChunkTally chunks)
    {
        output.Int64(chunks.Count);
        output.Int64(chunks.Seams);
        output.UInt32(chunks.First.Count);
        foreach ((long ns, int rows, double? latencyMs, bool hasSeam) in chunks.First.OrderBy(chunk => chunk.Ns))
        {
            output.Int64(ns);
            output.UInt32(rows);
            output.Byte((latencyMs is null ? 0 : OverviewFormat.HasLatency) | (hasSeam ? OverviewFormat.HasSeam : 0));
            output.Double(latencyMs ?? 0);
        }
    }

    private static void Moments(OverviewOutput output, MomentTally moments)
    {
        List<Moment> worst = moments.Worst();
        output.UInt32(worst.Count);
        foreach (Moment moment in worst)
        {
            output.Int64(moment.Ns);
            output.Int64(moment.Tick);
            output.Double(moment.Margin);
            output.OptionalText(moment.Channel);
        }
    }

    // The machines this runs on are little-endian, as the format is.
    private static void Rows(OverviewOutput output, OverviewBuilder built)
    {
        for (int i = 0; i < built.Columns.Count; i++)
        {
            if (built.Signals.Tallies[i].Count > 0)
            {
                output.Raw(MemoryMarshal.AsBytes(built.Signals.Store.Lows(i)));
                output.Raw(MemoryMarshal.AsBytes(built.Signals.Store.Highs(i)));
            }
        }
    }
}
