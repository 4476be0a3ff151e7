using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace Interlock.Bench.Live;

/// <summary>A viewer in a process of its own, with its children where it has some.</summary>
internal sealed class LiveViewerProcess : IDisposable
{
    private const string Browser = "/usr/bin/chromium";
    private const int MostChannels = 64;

    private readonly Process[] _processes;

    private LiveViewerProcess(params Process[] processes) => _processes = processes;

    public static bool HasBrowser => File.Exists(Browser);

    /// <summary>Starts one; returns when it has subscribed, the dashboard when it listens.</summary>
    public static LiveViewerProcess Start(Uri address, LiveViewer kind)
    {
        if (kind is LiveViewer.Reading or LiveViewer.ReadingKilled or LiveViewer.Hanging)
        {
            return new LiveViewerProcess(Dotnet(Environment.GetCommandLineArgs()[0], "live-viewer", address.ToString(), kind == LiveViewer.Hanging ? "hang" : "read").Process);
        }

        (Process dashboard, string line) = Dotnet(
            Path.Combine(AppContext.BaseDirectory, "interlock.dll"), "dashboard", $"ws://{address.Authority}", "--listen", "127.0.0.1:0");
        return kind == LiveViewer.Browser ? new LiveViewerProcess(Show(line[line.IndexOf("http://", StringComparison.Ordinal)..].Split(' ')[0]), dashboard) : new LiveViewerProcess(dashboard);
    }

    /// <summary>Kills it from another thread: to find its children takes milliseconds.</summary>
    public void KillSoon() => new Thread(Kill).Start();

    private void Kill() => Array.ForEach(_processes, process => process.Kill(entireProcessTree: true));

    public void Dispose()
    {
        Kill();
        foreach (Process process in _processes)
        {
            process.WaitForExit();
            process.Dispose();
        }
    }

    /// <summary>What a viewer of ours does; says a line once it has subscribed.</summary>
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

    private static (Process Process, string Line) Dotnet(params string[] words)
    {
        Process process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true })!;
        return (process, process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{words[1]} ended without a word."));
    }

    private static Process Show(string page) =>
        Process.Start(new ProcessStartInfo(Browser, ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", page]) { RedirectStandardError = true })!;
}
