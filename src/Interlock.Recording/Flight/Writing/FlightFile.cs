using Interlock.Recording.Flight.Encoding;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Overview;
using Interlock.Recording.Overview.Building;
using Interlock.Recording.Overview.Format;

namespace Interlock.Recording.Flight.Writing;

/// <summary>The file of one recording: what comes from the intake goes to its streams, metadata and attachments.</summary>
internal sealed class FlightFile : IDisposable
{
    public const ulong NsPerS = FlightClock.NsPerS;

    private readonly Stream? _stream;
    private readonly bool _fsync;
    private readonly FlightOutput _output;
    private readonly MessageGate _gate;
    private readonly FlightClock _clock;
    private readonly StepEncoder _steps;
    private readonly ItemEncoder _items;
    private readonly FlightTally _tally;
    private readonly OverviewBuilder? _overview;

    private FlightFile(Stream? stream, FlightRecorderOptions options, FlightLayout layout, FlightSession session)
    {
        _stream = stream;
        _fsync = options.Fsync;
        _output = new FlightOutput(stream, options);
        _clock = new FlightClock(session);
        NewestNs = _clock.FileNs(session.StartMonotonicNs);
        _output.WriteMetadata(new McapMetadata(FlightFacts.Run, FlightFacts.Of(session, layout)));
        FlightChannels channels = new(_output, layout);
        _gate = new MessageGate(_output, options.Trigger);
        _steps = new StepEncoder(channels, _gate, layout, options.ViewerRateHz);
        _items = new ItemEncoder(channels, _gate, _clock, layout);
        _tally = new FlightTally(layout);
        _overview = options.Overview && OverviewBuilder.CanKeep(layout) ? new OverviewBuilder(layout, (long)NewestNs) : null;
        Flush();
    }

    /// <summary>File time of the newest step; of the start before there is one.</summary>
    public ulong NewestNs { get; private set; }

    public ulong BytesWritten => _output.BytesWritten;

    public static FlightFile Create(FlightRecorderOptions options, FlightLayout layout, FlightSession session)
    {
        try
        {
            return new FlightFile(FlightStream.Open(options), options, layout, session);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FlightErrors.CannotStart(options.Path ?? "(stream)", $"the recording cannot be made: {exception.Message.TrimEnd('.')}", "choose a new name in a folder that exists and may be written; a recording never overwrites");
        }
    }

    public void Write(StepFrame step)
    {
        ulong timeNs = _clock.FileNs(step.MonotonicNs);
        NewestNs = timeNs;
        _tally.Count(step);
        _overview?.Add(step, (long)timeNs);
        if (step.Mark || step.Verdict != 0)
        {
            _gate.Trigger(timeNs);
        }

        _steps.Write(step, timeNs);
    }

    public void Write(FlightEvent happened)
    {
        _tally.Count(happened);
        _overview?.Add(happened, (long)_clock.FileNs(happened.MonotonicNs));
        _items.Write(happened);
    }

    public void Write(FlightItem item)
    {
        switch (item)
        {
            case ImageItem image:
                _items.Write(image.Image, image.Camera);
                break;
            case ChunkItem chunk:
                _overview?.Add(chunk.Chunk, (long)_clock.FileNs(chunk.Chunk.MonotonicNs));
                _items.Write(chunk.Chunk);
                break;
            case TextItem text:
                _items.Write(text);
                break;
            case AttachmentItem file:
                _output.WriteAttachment(new McapAttachment(NewestNs, 0, file.Name, file.MediaType, file.Data));
                break;
            case MetadataItem metadata:
                _output.WriteMetadata(new McapMetadata(metadata.Name, metadata.Entries));
                break;
            case TriggerItem trigger:
                _items.Write(new TextItem(_clock.MonotonicNs(NewestNs), FlightLevel.Info, FlightFacts.TriggerSource, trigger.Reason));
                _gate.Trigger(NewestNs);
                break;
        }
    }

    /// <summary>Everything that waited was written.</summary>
    public void Pumped()
    {
        _output.Pumped();
        if (_output.TakeTapFault() is { } fault)
        {
            _items.Write(new TextItem(_clock.MonotonicNs(NewestNs), FlightLevel.Warning, FlightFacts.TriggerSource, fault));
        }
    }

    public void Flush()
    {
        _output.Flush();
        FlushDevice();
    }

    public void Finish(FlightOutcome? outcome, FlightHealth health)
    {
        // The end stands behind everything it counts: a file that has it is complete.
        _output.Flush();
        WriteOverview();
        _output.WriteMetadata(new McapMetadata(FlightFacts.End, _tally.Facts(outcome, health, NewestNs)));
        _output.Finish();
        FlushDevice();
    }

    public void Dispose()
    {
        try
        {
            _output.Dispose();
        }
        finally
        {
            _stream?.Dispose();
        }
    }

    private void WriteOverview()
    {
        if (_overview is not null)
        {
            _overview.Close((long)BytesWritten);
            _output.WriteAttachment(new McapAttachment(NewestNs, 0, RecordingOverview.AttachmentName, RecordingOverview.MediaType, OverviewWriter.Write(_overview)));
        }
    }

    private void FlushDevice()
    {
        if (_fsync && _stream is FileStream file)
        {
            file.Flush(flushToDisk: true);
        }
    }
}
