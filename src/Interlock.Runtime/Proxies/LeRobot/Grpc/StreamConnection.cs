using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Interlock.Runtime.Proxies.LeRobot.Grpc;

/// <summary>A stream as Kestrel takes connections. Kestrel's own sockets read 4 KiB at a time, which is 75 system calls for two small images.</summary>
internal sealed class StreamConnection : DefaultConnectionContext
{
    private const int ReadBytes = 256 << 10;
    private const int WriteBytes = 64 << 10;

    private readonly CancellationTokenRegistration _cut;

    public StreamConnection(Stream stream, string id, SessionSlot slot)
        : base(id)
    {
        Transport = new Pipes(
            PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: ReadBytes, leaveOpen: true)),
            PipeWriter.Create(stream, new StreamPipeWriterOptions(minimumBufferSize: WriteBytes, leaveOpen: true)));
        Items[typeof(SessionSlot)] = slot;
        _cut = ConnectionClosed.UnsafeRegister(_ => stream.Dispose(), null);
    }

    public override async ValueTask DisposeAsync()
    {
        await _cut.DisposeAsync();
        await base.DisposeAsync();
    }

    private sealed record Pipes(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
