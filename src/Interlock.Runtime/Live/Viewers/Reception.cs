using System.Net;
using System.Net.Sockets;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Live.Access;
using Interlock.Runtime.Live.Channels;
using Interlock.Runtime.Live.Commands;
using Interlock.Runtime.Live.Sockets;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Live.Viewers;

/// <summary>Takes connections, lets in who may come and serves each until it goes.</summary>
internal sealed class Reception(LiveFeedOptions options, TimeProvider time, FeedHub hub, Func<ILiveSession?> session)
{
    // Beside viewers those who have not said yet what they want.
    private const int MostStrangers = 32;

    // When the feed ends nobody may hold it up.
    private static readonly TimeSpan LastPatience = TimeSpan.FromMilliseconds(500);

    private readonly Admission _admission = new(options, IPAddress.IsLoopback(options.Listen.Address));
    private readonly ReceptionTally _tally = new();

    public LiveCounts Counts => _tally.Snapshot(hub.Viewers);

    public async Task AcceptAsync(Socket listener, CancellationToken end)
    {
        HashSet<Task> open = [];
        try
        {
            while (true)
            {
                Socket socket = await listener.AcceptAsync(end);
                open.RemoveWhere(task => task.IsCompleted);
                open.Add(ServeAsync(socket, isWelcome: open.Count < options.MostClients + MostStrangers, end));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // That is how it ends.
        }

        await Task.WhenAll(open);
    }

    public void LetAllGo()
    {
        foreach (Viewer viewer in hub.Viewers)
        {
            viewer.Outbox.TryAnswer(ServerFrame.Close(CloseReason.GoingAway));
            viewer.Outbox.Close();
        }
    }

    private async Task ServeAsync(Socket socket, bool isWelcome, CancellationToken end)
    {
        await Task.Yield();
        try
        {
            if (!isWelcome)
            {
                return;
            }

            socket.NoDelay = true;
            string name = socket.RemoteEndPoint?.ToString() ?? "viewer";
            await using NetworkStream stream = new(socket, ownsSocket: true);
            if (await AdmitAsync(stream, name, end) is { } admitted)
            {
                using Viewer viewer = new(name, admitted, stream, options, time);
                await ServeAsync(viewer, end);
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The viewer has gone, or the feed ends.
        }
        finally
        {
            socket.Dispose();
        }
    }

    private async ValueTask<AdmittedViewer?> AdmitAsync(NetworkStream stream, string name, CancellationToken end)
    {
        ViewerLink link = new(stream);
        using TimeLimit limit = new(options.HandshakeTimeout, time, end);
        try
        {
            if (await link.HeadAsync(limit.Token) is not { } head)
            {
                return null;
            }

            return hub.Viewers.Count < options.MostClients
                ? await _admission.AdmitAsync(link, head, limit.Token)
                : throw LiveError.Of(LiveCodes.TooMany, "request", $"{options.MostClients} viewers are connected already");
        }
        catch (DiagnosticException refusal)
        {
            _tally.Refused();
            options.OnEvent?.Invoke(refusal.Diagnostics[0] with { Message = $"{name}: {refusal.Diagnostics[0].Message}" });
            await link.RefuseAsync(Admission.StatusOf(refusal), $"{refusal.Diagnostics[0]}\n", limit.Token);
            return null;
        }
    }

    private async Task ServeAsync(Viewer viewer, CancellationToken end)
    {
        ViewerRequests requests = new(hub, viewer, new ViewerCommands(viewer, session, options, time), session);
        Task sending = viewer.SendAsync();
        try
        {
            if (hub.TryEnter(viewer, options.MostClients))
            {
                _tally.Entered();
                await viewer.ReadAsync((_, opcode, message) => requests.Take(opcode, message), end);
            }
        }
        catch (DiagnosticException broken)
        {
            viewer.Outbox.TryAnswer(ServerFrame.Close(LiveError.ReasonOf(broken)));
            options.OnEvent?.Invoke(broken.Diagnostics[0] with { Message = $"{viewer.Name}: {broken.Diagnostics[0].Message}" });
            _tally.Refused();
        }
        finally
        {
            hub.Leave(viewer);
            requests.Leave();
            viewer.Outbox.Close();
            await FarewellAsync(viewer, sending, end.IsCancellationRequested ? LastPatience : options.SendTimeout);
        }
    }

    // What waits is sent, for as long as a viewer may take nothing; then the connection is cut.
    private async Task FarewellAsync(Viewer viewer, Task sending, TimeSpan patience)
    {
        await Task.WhenAny(sending, Task.Delay(patience));
        viewer.Dispose();
        _tally.Left(viewer);
        if (viewer.Ended is { } ended)
        {
            options.OnEvent?.Invoke(ended);
        }

        try
        {
            await sending;
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException)
        {
            // It went without a word.
        }
    }
}
