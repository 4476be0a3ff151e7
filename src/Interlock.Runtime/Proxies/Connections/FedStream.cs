using System.Net.Sockets;

namespace Interlock.Runtime.Proxies.Connections;

/// <summary>
/// A socket as a stream whose reads end only when <see cref="Feed"/> is called. So what stands on it never waits in the kernel, and one thread can wait for
/// several peers.
/// </summary>
internal sealed class FedStream(Socket socket) : Stream
{
    private TaskCompletionSource<int>? _reader;
    private Memory<byte> _room;

    public bool IsAsked => Volatile.Read(ref _reader) is not null;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Ends the read that is under way with what the socket has; whoever waits for it goes on within this call.</summary>
    public void Feed()
    {
        TaskCompletionSource<int> reader = _reader ?? throw new InvalidOperationException("Nothing is being read.");
        _reader = null;
        try
        {
            reader.SetResult(socket.Receive(_room.Span));
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            reader.SetException(new IOException(failure.Message, failure));
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return new ValueTask<int>(0);
        }

        _room = buffer;
        TaskCompletionSource<int> reader = new();
        Volatile.Write(ref _reader, reader);
        return new ValueTask<int>(reader.Task);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            while (!buffer.IsEmpty)
            {
                buffer = buffer[socket.Send(buffer)..];
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            throw new IOException(failure.Message, failure);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing is held back.
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
