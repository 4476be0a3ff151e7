namespace Interlock.Runtime.Takeover;

/// <summary>
/// The newest action of a person, from the thread of the input device to the control thread without a lock or a wait (three buffers that
/// change hands). One thread submits, one takes.
/// </summary>
public sealed class HumanControl
{
    private const int Fresh = 4;
    private const int Index = 3;

    private readonly Slot[] _slots;
    private int _shared = 1;
    private int _writing;
    private int _reading = 2;
    private long _lastSequence = -1;
    private long _refused;
    private bool _hasAction;
    private bool _hasInput;

    /// <summary>Creates a mailbox.</summary>
    /// <param name="channels">Values of one action, in contract channels and units, 1 or more.</param>
    public HumanControl(int channels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        _slots = [new Slot(channels), new Slot(channels), new Slot(channels)];
    }

    /// <summary>Values of one action.</summary>
    public int Channels => _slots[0].Action.Length;

    /// <summary>Actions that were not taken: not finite, wrong length, or not newer than the last; any thread.</summary>
    public long Refused => Volatile.Read(ref _refused);

    /// <summary>The action taken last; meaningless before the first. For the control thread.</summary>
    public ReadOnlySpan<double> Action => _slots[_reading].Action;

    /// <summary>The sequence of <see cref="Action"/>; −1 before the first. For the control thread.</summary>
    public long Sequence => _hasAction ? _slots[_reading].Sequence : -1;

    /// <summary>True once an input device has handed an action over; any thread.</summary>
    public bool HasInput => Volatile.Read(ref _hasInput);

    /// <summary>Hands an action over; false, and counted, when it is not finite, has the wrong length or is not newer than the last one.</summary>
    /// <param name="action">In contract channels and units.</param>
    /// <param name="sequence">Counts up with each action, from 0.</param>
    /// <param name="sampledAtNs">When the person's input was read, on the scale of the loop's clock.</param>
    public bool Submit(ReadOnlySpan<double> action, long sequence, long sampledAtNs)
    {
        if (action.Length != Channels || sequence <= _lastSequence || !IsFinite(action))
        {
            Volatile.Write(ref _refused, _refused + 1);
            return false;
        }

        _lastSequence = sequence;
        Volatile.Write(ref _hasInput, true);
        Slot slot = _slots[_writing];
        action.CopyTo(slot.Action);
        slot.Sequence = sequence;
        slot.SampledAtNs = sampledAtNs;
        _writing = System.Threading.Interlocked.Exchange(ref _shared, _writing | Fresh) & Index;
        return true;
    }

    /// <summary>Takes the newest action in, once per tick; its age in ns, null when none ever came. For the control thread.</summary>
    /// <param name="nowNs">The tick's time.</param>
    public long? Observe(long nowNs)
    {
        if ((Volatile.Read(ref _shared) & Fresh) != 0)
        {
            _reading = System.Threading.Interlocked.Exchange(ref _shared, _reading) & Index;
            _hasAction = true;
        }

        return _hasAction ? nowNs - _slots[_reading].SampledAtNs : null;
    }

    private static bool IsFinite(ReadOnlySpan<double> values)
    {
        double zero = 0;
        foreach (double value in values)
        {
            // x − x is 0 for a number and NaN for NaN and the infinities.
            zero += value - value;
        }

        return zero == 0;
    }

    private sealed class Slot(int channels)
    {
        public double[] Action { get; } = new double[channels];

        public long Sequence { get; set; }

        public long SampledAtNs { get; set; }
    }
}
