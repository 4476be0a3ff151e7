using System.Net.Sockets;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Live.Access;
using Interlock.Runtime.Live.Protocol;
using Interlock.Runtime.Live.Sockets;

namespace Interlock.Runtime.Live.Viewers;

/// <summary>One connection: a loop that reads requests and a loop that sends what waits.</summary>
internal sealed class Viewer(string name, AdmittedViewer admitted, NetworkStream stream, LiveFeedOptions options, TimeProvider time) : IDisposable
{
    // Thousands of subscriptions fit in.
    private const int LongestRequest = 256 << 10;
    private const int PieceBytes = 64 << 10;

    private long _sendingSince = Idle;
    private long _lastHeard = time.GetTimestamp();
    private long _reported;
    private const long Idle = long.MinValue;

    public string Name => name;

    public LiveRole Role => admitted.Role;

    public double? MaxRateHz => admitted.MaxRateHz;

    public Outbox Outbox { get; } = new(options.QueueBytes);

    /// <summary>Why it was let go; null while it is welcome.</summary>
    public Diagnostic? Ended { get; private set; }

    /// <summary>Sends text that is not dropped; a viewer that lets too much of it wait is let go.</summary>
    public void Tell(byte[] text) => Answer(ServerFrame.Of(SocketOpcode.Text, text));

    /// <summary>Sends bytes that are not dropped.</summary>
    public void TellBinary(byte[] bytes) => Answer(ServerFrame.Of(SocketOpcode.Binary, bytes));

    /// <summary>Lets the viewer go.</summary>
    public void LetGo(string code, string why)
    {
        Ended ??= new Diagnostic(code, DiagnosticSeverity.Warning, $"{name}: {why}");
        Dispose();
    }

    /// <summary>Called now and then: a peer that takes or says nothing any more is let go, and told once what it missed.</summary>
    public void Look(TimeSpan silence)
    {
        long since = Volatile.Read(ref _sendingSince);
        if (since != Idle && time.GetElapsedTime(since) > options.SendTimeout)
        {
            LetGo(LiveCodes.Slow, $"took nothing for {options.SendTimeout.TotalSeconds:0.#} s; {Outbox.Dropped} messages were dropped");
        }
        else if (time.GetElapsedTime(Volatile.Read(ref _lastHeard)) > silence)
        {
            LetGo(LiveCodes.Slow, "answers no more");
        }
        else if (Outbox.Dropped is var dropped && dropped > _reported)
        {
            Tell(FeedText.Status(1, $"{dropped - _reported} messages found no room on the way to you ({dropped} so far); ask for less with ?max_rate_hz=30"));
            _reported = dropped;
        }
    }

    public void Ping() => Answer(ServerFrame.Of(SocketOpcode.Ping, []));

    /// <summary>Sends until the connection ends.</summary>
    public async Task SendAsync()
    {
        byte[] buffer = new byte[PieceBytes];
        bool goesOn = true;
        while (goesOn)
        {
            goesOn = await Outbox.WaitAsync();
            for (int length = Outbox.Take(ref buffer); length > 0; length = Outbox.Take(ref buffer))
            {
                await SendAsync(buffer.AsMemory(0, length));
            }
        }
    }

    /// <summary>Reads until the connection ends; every whole message goes to <paramref name="heard"/>.</summary>
    public async Task ReadAsync(Action<Viewer, SocketOpcode, ReadOnlyMemory<byte>> heard, CancellationToken end)
    {
        ClientMessages messages = new(stream, LongestRequest);
        while (await messages.NextAsync(end) is { } message)
        {
            Volatile.Write(ref _lastHeard, time.GetTimestamp());
            switch (message.Opcode)
            {
                case SocketOpcode.Close:
                    Answer(ServerFrame.Close(CloseReason.Normal));
                    return;
                case SocketOpcode.Ping:
                    Answer(ServerFrame.Of(SocketOpcode.Pong, message.Payload.Span));
                    break;
                case SocketOpcode.Text or SocketOpcode.Binary:
                    heard(this, message.Opcode, message.Payload);
                    break;
            }
        }
    }

    public void Dispose()
    {
        Outbox.Close();
        stream.Dispose();
    }

    // In pieces, so that a slow network is told from one that takes nothing.
    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        for (int at = 0; at < bytes.Length; at += PieceBytes)
        {
            Volatile.Write(ref _sendingSince, time.GetTimestamp());
            await stream.WriteAsync(bytes.Slice(at, Math.Min(PieceBytes, bytes.Length - at)));
            Volatile.Write(ref _sendingSince, Idle);
        }
    }

    private void Answer(byte[] frame)
    {
        if (!Outbox.TryAnswer(frame))
        {
            LetGo(LiveCodes.Rules, "asks for more than it reads");
        }
    }
}
