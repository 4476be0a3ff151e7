using Interlock.Core.Observations;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Flight.Writing;

namespace Interlock.Recording.Flight;

/// <summary>
/// Records one session into one MCAP file. The control thread fills <see cref="Frame"/> and commits it: no lock, no wait, no allocation.
/// Everything else may come from any thread. Nothing here ever blocks: what finds no room is dropped and counted. A fault of the file
/// ends the recording and not the robot; see <see cref="Health"/>.
/// </summary>
public sealed class FlightRecorder : IDisposable
{
    private readonly FlightIntake _intake;
    private readonly FlightPump _pump;
    private PumpThread? _thread;

    private FlightRecorder(FlightIntake intake, FlightPump pump, PumpThread? thread)
    {
        _intake = intake;
        _pump = pump;
        _thread = thread;
        Frame = new StepFrame(intake.Layout);
    }

    /// <summary>The step being filled; for the control thread.</summary>
    public StepFrame Frame { get; }

    /// <summary>How the recording is doing; from any thread.</summary>
    public FlightHealth Health => _pump.Health();

    /// <summary>True from the first fault of the file on; for the control thread, allocates nothing.</summary>
    public bool HasFailed => _pump.HasFailed;

    /// <summary>Begins a recording.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="layout">What the numbers stand for.</param>
    /// <param name="session">What the recording says about itself.</param>
    /// <param name="clock">Paces the flushes of the recorder's own thread; not read when the caller pumps.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RC022: the file exists or cannot be made.</exception>
    public static FlightRecorder Start(FlightRecorderOptions options, FlightLayout layout, FlightSession session, TimeProvider clock)
    {
        FlightIntake intake = new(options, layout);
        FlightPump pump = new(intake, FlightFile.Create(options, layout, session), options, clock);
        return new FlightRecorder(intake, pump, options.OwnThread ? new PumpThread(pump, options.FlushInterval) : null);
    }

    /// <summary>Hands <see cref="Frame"/> to the writer; false, and counted, when there is no room. For the control thread.</summary>
    public bool Commit() => _intake.TryStep(Frame);

    /// <summary>Hands an event to the writer; false, and counted, when there is no room. For the control thread only.</summary>
    public bool TryEvent(in FlightEvent happened) => _intake.TryEvent(happened);

    /// <summary>Records a policy's answer; the values are copied. From any thread.</summary>
    public bool RecordChunk(FlightChunk chunk) => _intake.TryItem(new ChunkItem(chunk));

    /// <summary>Records an image of one of the layout's cameras: JPEG and PNG as they are, RGB as it is. From any thread.</summary>
    /// <exception cref="ArgumentException">The camera is not of the layout.</exception>
    public bool RecordImage(CameraImage image) => _intake.TryItem(new ImageItem(image, _intake.CameraIndex(image.Camera)));

    /// <summary>Records a sentence for people. From any thread.</summary>
    /// <param name="monotonicNs">When: monotonic time of the loop's clock, ns.</param>
    /// <param name="level">How much it matters.</param>
    /// <param name="source">Who says it, for example <c>supervisor</c>.</param>
    /// <param name="message">The sentence.</param>
    public bool RecordText(long monotonicNs, FlightLevel level, string source, string message) =>
        _intake.TryItem(new TextItem(monotonicNs, level, source, message));

    /// <summary>Puts a file into the recording: contract, specification, certificate, receipt, configuration. From any thread.</summary>
    /// <param name="name">For example <c>arm.contract.yaml</c>.</param>
    /// <param name="mediaType">For example <c>application/yaml</c>.</param>
    /// <param name="bytes">Its bytes; must not change afterwards.</param>
    public bool Attach(string name, string mediaType, ReadOnlyMemory<byte> bytes) => _intake.TryItem(new AttachmentItem(name, mediaType, bytes));

    /// <summary>Adds a metadata record. From any thread.</summary>
    /// <param name="name">Not beginning with <c>interlock.</c>, which are ours.</param>
    /// <param name="entries">Keys and values; must not change afterwards.</param>
    public bool SetMetadata(string name, IReadOnlyDictionary<string, string> entries) => _intake.TryItem(new MetadataItem(name, entries));

    /// <summary>Says how the session ended; goes into the metadata record <c>interlock.end</c> that <see cref="Dispose"/> writes.</summary>
    /// <param name="success">Whether the task was done; null when nobody judged.</param>
    /// <param name="words">In words; null for none.</param>
    public void SetOutcome(bool? success, string? words = null) => _intake.Outcome = new FlightOutcome(success, words);

    /// <summary>Keeps what lies around the newest step; without a <see cref="FlightTrigger"/> only noted as text. From any thread.</summary>
    /// <param name="reason">In words.</param>
    public void Trigger(string reason) => _intake.TryItem(new TriggerItem(reason));

    /// <summary>Moves what waits to the file now. For callers with <see cref="FlightRecorderOptions.OwnThread"/> off; harmless otherwise.</summary>
    public void Pump() => _pump.Pump();

    /// <summary>Writes what still waits and finishes the file. Call it after the control thread has stopped committing.</summary>
    public void Dispose()
    {
        _thread?.Dispose();
        _thread = null;
        _pump.Dispose();
    }
}
