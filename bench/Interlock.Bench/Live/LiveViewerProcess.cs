using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace Interlock.Bench.Live;

/// <summary>A viewer that subscribes to everything, in a process of its own: it reads, or it does not.</summary>
internal static class LiveViewerProcess
{
    private const int MostChannels = 64;

    public static Process Start(Uri address, string kind)
    {
        string program = Environment.ProcessPath!;
        string[] words = ["live-viewer", address.ToString(), kind];
        string[] all = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Environment.GetCommandLineArgs()[0], .. words] : words;
        Process process = Process.Start(new ProcessStartInfo(program, all) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadLine();
        return process;
    }

    /// <summary>What the process does; says a line once it has subscribed.</summary>
    public static async Task RunAsync(Uri address, bool reads)
    {
        using ClientWebSocket socket = new();
        socket.Options.AddSubProtocol("foxglove.websocket.v1");
        await socket.ConnectAsync(address, CancellationToken.None);
        string wishes = string.Join(',', Enumerable.Range(1, MostChannels).Select(id => $$"""{"id":{{id}},"channelId":{{id}}}"""));
        await socket.SendAsync(Encoding.UTF8.GetBytes($$"""{"op":"subscribe","subscriptions":[{{wishes}}]}"""), WebSocketMessageType.Text, true, CancellationToken.None);
        Console.WriteLine("subscribed");
        byte[] buffer = new byte[1 << 16];
        while (reads)
        {
            await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        }

        await Task.Delay(Timeout.Infinite);
    }
}
