using System.Threading.Channels;
using Interlock.Runtime.Live.Protocol;
using Interlock.Runtime.Live.Sockets;

namespace Interlock.Runtime.Live.Viewers;

/// <summary>
/// What waits for one viewer. Answers and announcements go first and are never dropped; data lie in a ring of fixed size where the oldest go
/// when there is no room. Data cost a copy and allocate nothing.
/// </summary>
internal sealed class Outbox
{
    /// <summary>Most bytes of answers that wait; whoever asks for more without reading is let go.</summary>
    public const int MostAnswerBytes = 4 << 20;

    private readonly Lock _lock = new();
    private readonly FrameRing _ring;
    private readonly Queue<byte[]> _answers = new();
    private readonly Channel<byte> _signal = Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });
    private long _answerBytes;
    private long _dropped;

    public Outbox(int ringBytes) => _ring = new FrameRing(ringBytes);

    /// <summary>Data that found no room so far.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>Adds a frame that is not dropped; false when too many wait. An empty queue takes any.</summary>
    public bool TryAnswer(byte[] frame)
    {
        lock (_lock)
        {
            if (_answers.Count > 0 && _answerBytes + frame.Length > MostAnswerBytes)
            {
                return false;
            }

            _answers.Enqueue(frame);
            _answerBytes += frame.Length;
        }

        Wake();
        return true;
    }

    /// <summary>Adds a message of a subscription; it goes out with the next <see cref="Wake"/>.</summary>
    public void AddData(uint subscription, ulong timeNs, ReadOnlySpan<byte> payload)
    {
        Span<byte> head = stackalloc byte[ServerFrame.LongestHead + MessageData.HeadBytes];
        int length = ServerFrame.WriteHead(head, SocketOpcode.Binary, MessageData.HeadBytes + payload.Length);
        MessageData.WriteHead(head[length..], subscription, timeNs);
        lock (_lock)
        {
            Volatile.Write(ref _dropped, _dropped + _ring.Add(head[..(length + MessageData.HeadBytes)], payload));
        }
    }

    public void Wake() => _signal.Writer.TryWrite(0);

    /// <summary>Nothing more comes: <see cref="WaitAsync"/> returns false once what is there was taken.</summary>
    public void Close() => _signal.Writer.TryComplete();

    public async ValueTask<bool> WaitAsync()
    {
        bool goesOn = await _signal.Reader.WaitToReadAsync();
        _signal.Reader.TryRead(out _);
        return goesOn;
    }

    /// <summary>Moves whole frames into a buffer, which grows where one is longer, and returns their length; 0 when nothing waits.</summary>
    public int Take(ref byte[] buffer)
    {
        lock (_lock)
        {
            int length = 0;
            while (_answers.TryPeek(out byte[]? answer) && Fits(ref buffer, length, answer.Length))
            {
                _answers.Dequeue();
                _answerBytes -= answer.Length;
                answer.CopyTo(buffer, length);
                length += answer.Length;
            }

            while (_answers.Count == 0 && _ring.OldestBytes is > 0 and int bytes && Fits(ref buffer, length, bytes))
            {
                length += _ring.Take(buffer.AsSpan(length));
            }

            return length;
        }
    }

    private static bool Fits(ref byte[] buffer, int length, int more)
    {
        if (length == 0 && more > buffer.Length)
        {
            buffer = new byte[more];
        }

        return length + more <= buffer.Length;
    }
}
