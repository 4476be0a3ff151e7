using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Interlock.Runtime.Proxies.Tls;

namespace Interlock.Runtime.Proxies.Connections;

/// <summary>A connection over TLS. A read of it is pending all the time and is fed when the socket has something.</summary>
internal sealed class TlsChannel : Channel
{
    private const int RoomBytes = 32 << 10;

    private readonly FedStream _raw;
    private readonly SslStream _tls;
    private readonly byte[] _room = new byte[RoomBytes];
    private ReadOnlyMemory<byte> _left;
    private Task<int>? _pending;

    public TlsChannel(Socket socket)
        : base(socket)
    {
        _raw = new FedStream(socket);
        _tls = new SslStream(_raw);
    }

    public override bool HasReady => !_left.IsEmpty || _pending is { IsCompleted: true };

    /// <summary>Agrees with a client.</summary>
    /// <exception cref="AuthenticationException">They could not agree.</exception>
    /// <exception cref="IOException">The peer has gone, or took too long.</exception>
    public void Serve(SslServerAuthenticationOptions options, Watch watch, Deadline limit) =>
        Agree(_tls.AuthenticateAsServerAsync(options), watch, limit);

    /// <summary>Agrees with a server.</summary>
    /// <exception cref="AuthenticationException">They could not agree, or the server's certificate is not trusted.</exception>
    /// <exception cref="IOException">The peer has gone, or took too long.</exception>
    public void Connect(SslClientAuthenticationOptions options, Watch watch, Deadline limit) =>
        Agree(_tls.AuthenticateAsClientAsync(options), watch, limit);

    public override int TryReceive(Span<byte> room)
    {
        if (_left.IsEmpty)
        {
            if (!_pending!.IsCompleted && _raw.IsAsked)
            {
                _raw.Feed();
            }

            if (!_pending.IsCompleted)
            {
                return NothingYet;
            }

            _left = _room.AsMemory(0, _pending.GetAwaiter().GetResult());
        }

        int count = Math.Min(room.Length, _left.Length);
        _left.Span[..count].CopyTo(room);
        _left = _left[count..];
        Continue(hasEnded: count == 0);
        return count;
    }

    public override void Send(ReadOnlySpan<byte> bytes) => _tls.Write(bytes);

    protected override void Dispose(bool isDisposing)
    {
        base.Dispose(isDisposing);
        _tls.Dispose();
        _raw.Dispose();
        _pending?.ContinueWith(task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    private void Agree(Task agreed, Watch watch, Deadline limit)
    {
        while (!agreed.IsCompleted)
        {
            if (!_raw.IsAsked)
            {
                watch.Yield(agreed);
            }
            else if (watch.Await(this, limit))
            {
                _raw.Feed();
            }
            else
            {
                throw new IOException("TLS was not agreed on in time.");
            }
        }

        agreed.GetAwaiter().GetResult();
        if (!TlsServerSide.IsNewEnough(_tls.SslProtocol))
        {
            throw new AuthenticationException("The peer speaks nothing newer than TLS 1.1.");
        }

        Continue(hasEnded: false);
    }

    private void Continue(bool hasEnded)
    {
        if (_left.IsEmpty && !hasEnded)
        {
            _pending = _tls.ReadAsync(_room).AsTask();
        }
    }
}
