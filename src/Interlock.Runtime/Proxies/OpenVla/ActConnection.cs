using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Connections;
using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Proxies.OpenVla;

/// <summary>One connection to the policy server, for one request at a time.</summary>
internal sealed class ActConnection(Channel channel, Watch watch) : IDisposable
{
    private const int FirstBytes = 16 << 10;
    private const int MostInterims = 8;

    private readonly HttpLink _link = new(channel, watch, "upstream");

    private bool _isReleased;

    /// <summary>True when it has answered before, so that it may have been closed meanwhile.</summary>
    public bool IsUsed => channel.IsUsed;

    /// <summary>True when nothing of the reply has arrived.</summary>
    public bool IsSilent { get; private set; } = true;

    /// <summary>True when another request may follow.</summary>
    public bool IsReusable { get; private set; }

    /// <summary>Sends a request while it arrives.</summary>
    /// <exception cref="DiagnosticException">The body is no request.</exception>
    /// <exception cref="IOException">The server is gone.</exception>
    public void Send(string head, ClientBody body)
    {
        (IsSilent, IsReusable) = (true, false);
        ReadOnlySpan<byte> bytes = body.Length is null ? body.Finish() : body.More(out _);
        string whole = $"{head}Content-Length: {body.Length ?? bytes.Length}\r\n\r\n";
        byte[] first = new byte[whole.Length + bytes.Length];
        Encoding.Latin1.GetBytes(whole, first);
        bytes.CopyTo(first.AsSpan(whole.Length));
        channel.Send(first);
        for (int sent = bytes.Length; sent < (body.Length ?? sent); sent = bytes.Length)
        {
            bytes = body.More(out _);
            channel.Send(bytes[sent..]);
        }
    }

    /// <summary>Reads the whole reply.</summary>
    /// <exception cref="DiagnosticException">RT202, RT210, RT213.</exception>
    /// <exception cref="TimeoutException">The deadline passed.</exception>
    /// <exception cref="IOException">The connection is broken.</exception>
    public UpstreamReply Receive(int longestBytes, Deadline limit)
    {
        HttpReplyHead head = Head(limit);
        for (int i = 0; head.IsInterim; i++)
        {
            head = i < MostInterims ? Head(limit) : throw HeaderFields.Refused("upstream", "one word in between after the other");
        }

        BodyLength length = head.Status is 204 or 304 ? new BodyLength(0, false) : head.Body;
        BodyReader reader = new(_link, length, longestBytes);
        byte[] bytes = new byte[Math.Clamp(length.Bytes ?? FirstBytes, 1, Math.Min(longestBytes, 1 << 20) + 1L)];
        int count = 0;
        while (!reader.IsComplete)
        {
            if (count == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(longestBytes + 1L, 2L * count));
            }

            count += reader.Read(bytes.AsSpan(count), limit);
        }

        IsReusable = head.KeepsAlive && _link.Ahead.IsEmpty;
        return new UpstreamReply(head.Status, head["Content-Type"] ?? "application/json", bytes[..count]);
    }

    /// <summary>Hands the connection out of this object, for the next request.</summary>
    public Channel Release()
    {
        _isReleased = true;
        channel.IsUsed = true;
        return channel;
    }

    public void Dispose()
    {
        if (!_isReleased)
        {
            channel.Dispose();
        }
    }

    private HttpReplyHead Head(Deadline limit)
    {
        ReadOnlySpan<byte> head = _link.Head(limit);
        IsSilent = head.IsEmpty && _link.Ahead.IsEmpty && IsSilent;
        return head.IsEmpty ? throw new IOException("the connection was closed") : HttpReplyHead.Parse(head);
    }
}
