using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;

namespace Interlock.Recording.Flight.Writing;

/// <summary>What waits for the writer: steps and events in rings of the control thread, everything else in a queue bounded by bytes.</summary>
internal sealed class FlightIntake
{
    private readonly ConcurrentQueue<FlightItem> _items = new();
    private readonly Dictionary<string, int> _cameras;
    private readonly long _queueBytes;
    private readonly byte[] _event = new byte[Unsafe.SizeOf<FlightEvent>()];
    private long _waitingBytes;
    private long _itemsDropped;
    private volatile bool _closed;

    public FlightIntake(FlightRecorderOptions options, FlightLayout layout)
    {
        FlightChecks.Require(options, layout);
        Layout = layout;
        _queueBytes = options.QueueBytes;
        _cameras = layout.Cameras.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        Steps = new StepRing(Math.Max(1, (int)Math.Ceiling(options.RingS * layout.RateHz)), new StepFrame(layout).RecordBytes);
        Events = new StepRing(options.EventRing, _event.Length);
    }

    public FlightLayout Layout { get; }

    public StepRing Steps { get; }

    public StepRing Events { get; }

    public FlightOutcome? Outcome { get; set; }

    public long ItemsDropped => Interlocked.Read(ref _itemsDropped);

    public bool TryStep(StepFrame frame) => Steps.TryWrite(frame.Packed());

    public bool TryEvent(in FlightEvent happened)
    {
        MemoryMarshal.Write(_event, in happened);
        return Events.TryWrite(_event);
    }

    public bool TryItem(FlightItem item)
    {
        if (!_closed)
        {
            if (Interlocked.Add(ref _waitingBytes, item.Bytes) <= _queueBytes)
            {
                _items.Enqueue(item);
                return true;
            }

            Interlocked.Add(ref _waitingBytes, -item.Bytes);
        }

        CountDroppedItem();
        return false;
    }

    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FlightItem? item)
    {
        bool taken = _items.TryDequeue(out item);
        Interlocked.Add(ref _waitingBytes, taken ? -item!.Bytes : 0);
        return taken;
    }

    public void CountDroppedItem() => Interlocked.Increment(ref _itemsDropped);

    /// <summary>Nothing more is taken: the file has ended.</summary>
    public void Close() => _closed = true;

    public int CameraIndex(string camera) => _cameras.TryGetValue(camera, out int index)
        ? index
        : throw new ArgumentException($"Camera '{camera}' is not of the layout.", nameof(camera));
}
