namespace Interlock.Cli.Output;

/// <summary>
/// Progress with rate and time left: one line redrawn on a terminal, a plain line now and then elsewhere, never more than ten a second.
/// </summary>
internal sealed class ProgressLine(VerbHost host, string what, long? total) : IDisposable
{
    private static readonly TimeSpan RedrawEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PlainLineEvery = TimeSpan.FromSeconds(5);

    private readonly long _start = host.Clock.GetTimestamp();
    private long _last = host.Clock.GetTimestamp();
    private int _drawnWidth;

    public void Report(long done)
    {
        if (host.Clock.GetElapsedTime(_last) < (host.IsTerminal ? RedrawEvery : PlainLineEvery))
        {
            return;
        }

        _last = host.Clock.GetTimestamp();
        Draw(Text(done));
    }

    /// <summary>Removes the line from a terminal.</summary>
    public void Clear()
    {
        if (_drawnWidth > 0)
        {
            host.Error.Write("\r" + new string(' ', _drawnWidth) + "\r");
            _drawnWidth = 0;
        }
    }

    /// <summary>Removes the line, also when the work ended early: the next message must not stand behind it.</summary>
    public void Dispose() => Clear();

    private string Text(long done)
    {
        double seconds = host.Clock.GetElapsedTime(_start).TotalSeconds;
        double rate = done / Math.Max(seconds, 1e-9);
        string left = total is { } all && rate > 0 ? $", {Math.Max(0, all - done) / rate:0} s left" : string.Empty;
        string of = total is { } count ? $"/{count}" : string.Empty;
        return $"{what} {done}{of} ({rate:0}/s{left})";
    }

    private void Draw(string text)
    {
        if (!host.IsTerminal)
        {
            host.Error.WriteLine(text);
            return;
        }

        string line = text.Length >= host.Width ? text[..(host.Width - 1)] : text;
        host.Error.Write("\r" + line.PadRight(_drawnWidth));
        _drawnWidth = Math.Max(_drawnWidth, line.Length);
    }
}
