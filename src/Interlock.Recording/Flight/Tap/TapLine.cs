namespace Interlock.Recording.Flight.Tap;

/// <summary>Holds a tap at arm's length: whatever it throws, it is let go and the recorder goes on.</summary>
internal sealed class TapLine(IFlightTap tap)
{
    private IFlightTap? _tap = tap;
    private string? _fault;

    public bool IsOpen => _tap is not null;

    /// <summary>Why the tap was let go, once; null when it was not, or when that was taken already.</summary>
    public string? TakeFault()
    {
        string? fault = _fault;
        _fault = null;
        return fault;
    }

    public void Tell(Action<IFlightTap> news)
    {
        try
        {
            if (_tap is { } open)
            {
                news(open);
            }
        }
        catch (Exception exception)
        {
            LetGo(exception);
        }
    }

    /// <summary>As <see cref="Tell"/>, for the call that comes ten thousand times a second and must not allocate.</summary>
    public void Message(ushort channelId, uint sequence, ulong timeNs, ReadOnlySpan<byte> data)
    {
        try
        {
            _tap?.Message(channelId, sequence, timeNs, data);
        }
        catch (Exception exception)
        {
            LetGo(exception);
        }
    }

    private void LetGo(Exception exception)
    {
        _tap = null;
        _fault = $"the live view of the recording was let go: {exception.Message.TrimEnd('.')}";
    }
}
