using Interlock.Recording.Mcap.Records;

namespace Interlock.Recording.Mcap.Reading;

/// <summary>Neighbouring records outside chunks, joined to regions of bounded size.</summary>
internal sealed class LooseRun(List<MessageRegion> regions)
{
    private const long LargestRunBytes = 1 << 20;

    private long _start;
    private long _end;
    private ulong _startTimeNs = ulong.MaxValue;
    private ulong _endTimeNs;

    public void Add(RecordExtent record, List<McapMessage> messages)
    {
        if (_end - _start > LargestRunBytes)
        {
            Close();
        }

        _start = _end == _start ? record.Offset : _start;
        _end = record.End;
        foreach (McapMessage message in messages)
        {
            _startTimeNs = Math.Min(_startTimeNs, message.LogTimeNs);
            _endTimeNs = Math.Max(_endTimeNs, message.LogTimeNs);
        }
    }

    /// <summary>Ends the run; one without messages is of no further interest.</summary>
    public void Close()
    {
        if (_startTimeNs <= _endTimeNs)
        {
            regions.Add(new MessageRegion(_start, _end - _start, 0, _startTimeNs, _endTimeNs, null));
        }

        (_start, _end, _startTimeNs, _endTimeNs) = (0, 0, ulong.MaxValue, 0);
    }
}
