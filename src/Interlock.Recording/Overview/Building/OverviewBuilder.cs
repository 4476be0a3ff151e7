using Interlock.Core.Text;
using Interlock.Recording.Flight.Encoding;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;

namespace Interlock.Recording.Overview.Building;

/// <summary>Keeps an overview while steps come, in memory that does not grow with their number. One thread.</summary>
internal sealed class OverviewBuilder
{
    private const double NsPerS = 1e9;

    private readonly FlightLayout _layout;

    /// <param name="layout">What the numbers stand for; at most <see cref="OverviewLimits.Signals"/> signals.</param>
    /// <param name="startNs">File time of the start.</param>
    public OverviewBuilder(FlightLayout layout, long startNs)
    {
        _layout = layout;
        StartNs = startNs;
        Columns = new SignalColumns(layout);
        // Two periods: a tick that is a little early or late leaves no bucket empty.
        long bucketNs = (long)Math.Clamp(Math.Round(2 * NsPerS / layout.RateHz), 1, NsPerS * OverviewLimits.Buckets);
        Signals = new SignalBuckets(Columns, bucketNs);
        Tracks =
        [
            new WordTrack("verdict", layout.Verdicts, bucketNs),
            new WordTrack("supervisor", layout.SupervisorStates, bucketNs),
            new WordTrack("source", layout.ActionSources, bucketNs),
        ];
    }

    public long StartNs { get; }

    /// <summary>From the start to the newest step.</summary>
    public long LengthNs { get; private set; }

    public long Steps { get; private set; }

    public SignalColumns Columns { get; }

    public SignalBuckets Signals { get; }

    public IReadOnlyList<WordTrack> Tracks { get; }

    public EventTally Events { get; } = new();

    public ChunkTally Chunks { get; } = new();

    public MomentTally Moments { get; } = new();

    public static bool CanKeep(FlightLayout layout) => SignalColumns.CountOf(layout) <= OverviewLimits.Signals;

    public void Add(StepFrame step, long fileNs)
    {
        AddNumbers(step, fileNs);
        Tracks[0].AddOfLayout(LengthNs, step.Verdict);
        Tracks[1].AddOfLayout(LengthNs, step.SupervisorState);
        Tracks[2].AddOfLayout(LengthNs, step.ActionSource);
    }

    /// <summary>A step whose words are indexes of the tracks.</summary>
    public void AddRead(StepFrame step, long fileNs)
    {
        AddNumbers(step, fileNs);
        Tracks[0].Add(LengthNs, step.Verdict);
        Tracks[1].Add(LengthNs, step.SupervisorState);
        Tracks[2].Add(LengthNs, step.ActionSource);
    }

    public void Add(in FlightEvent happened, long fileNs)
    {
        Add(new EventKey(EnumWord.Of(happened.Kind), happened.Code.ToString(), ItemEncoder.Subject(happened, _layout)), fileNs, happened.Tick, happened.Value, happened.Limit);
    }

    public void Add(EventKey key, long fileNs, long tick, double? value, double? limit)
    {
        Events.Add(key, Math.Max(0, fileNs - StartNs), tick, value, limit);
        if (key is { Channel: { } channel, Kind: not "alarm" })
        {
            Moments.Name(tick, channel);
        }
    }

    public void Add(FlightChunk chunk, long fileNs) => AddChunk(fileNs, chunk.Rows, chunk.RoundTripMs ?? chunk.InferenceMs, chunk.Seam is { Length: > 0 });

    public void AddChunk(long fileNs, int rows, double? latencyMs, bool hasSeam) => Chunks.Add(Math.Max(0, fileNs - StartNs), rows, latencyMs, hasSeam);

    /// <summary>Closes the open bucket, and merges buckets until the overview is a small part of a recording of so many bytes.</summary>
    public void Close(long recordingBytes)
    {
        Signals.Close();
        long wanted = recordingBytes / OverviewLimits.ShareOfFile;
        while (Signals.Store.Count > OverviewLimits.FewestOfShare && 2L * sizeof(float) * Columns.Count * Signals.Store.Count > wanted)
        {
            Signals.Store.Merge();
        }
    }

    private void AddNumbers(StepFrame step, long fileNs)
    {
        // Steps come in the order of time; one that does not counts where the newest is.
        LengthNs = Math.Max(LengthNs, fileNs - StartNs);
        Steps++;
        Signals.Add(LengthNs, step);
        if (step.Margin is { } margin)
        {
            Moments.Add(LengthNs, step.Tick, margin);
        }
    }
}
