using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Interlock.Runtime.Proxies.LeRobot.Grpc;

/// <summary>A stream as Kestrel takes connections. Kestrel's own sockets read 4 KiB at a time, which is 75 system calls for two small images.</summary>
internal sealed class StreamConnection : DefaultConnectionContext
{
    private const int ReadBytes = 256 << 10;
    private const int WriteBytes = 64 << 10;

    private readonly Stream _stream;

    public StreamConnection(Stream stream, string id, SessionSlot slot)
        : base(id)
    {
        _stream = stream;
        Items[typeof(SessionSlot)] = slot;
        Transport = new Pipes(
            PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: ReadBytes, leaveOpen: true)),
            PipeWriter.Create(stream, new StreamPipeWriterOptions(minimumBufferSize: WriteBytes, leaveOpen: true)));
    }

    // The read that waits fails, which ends the connection with its calls.
    public override void Abort(ConnectionAbortedException abortReason) => _stream.Dispose();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _stream.DisposeAsync();
    }

    private sealed record Pipes(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
