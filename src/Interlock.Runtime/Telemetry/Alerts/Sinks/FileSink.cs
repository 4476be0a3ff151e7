namespace Interlock.Runtime.Telemetry.Alerts.Sinks;

/// <summary>
/// A JSON line for each alert, in one write, so that a reader never sees half of one. A file that would grow beyond its bound is renamed to
/// <c>NAME.1</c> first, and so on up to the number kept.
/// </summary>
/// <param name="path">Made with its folder where it does not exist.</param>
/// <param name="mostBytes">Of one file, 1024 or more.</param>
/// <param name="kept">Older files, 0 or more.</param>
public sealed class FileSink(string path, long mostBytes, int kept) : IAlertSink
{
    private const byte LineEnd = (byte)'\n';

    /// <inheritdoc />
    public ValueTask SendAsync(AlertNotice notice, CancellationToken cancellation)
    {
        try
        {
            Append([.. NoticeJson.Of(notice, notice.Text), LineEnd]);
            return ValueTask.CompletedTask;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new AlertSinkException($"the file cannot be written: {failure.GetType().Name}", mayTryAgain: failure is IOException);
        }
    }

    private void Append(byte[] line)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        if (File.Exists(path) && new FileInfo(path).Length + line.Length > mostBytes)
        {
            Rotate();
        }

        using FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        // A process that died within a line left it without its end.
        byte[] whole = EndsWithin(file) ? [LineEnd, .. line] : line;
        file.Seek(0, SeekOrigin.End);
        file.Write(whole);
    }

    private static bool EndsWithin(FileStream file)
    {
        if (file.Length == 0)
        {
            return false;
        }

        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != LineEnd;
    }

    private void Rotate()
    {
        if (kept == 0)
        {
            File.Delete(path);
            return;
        }

        for (int i = kept - 1; i >= 1; i--)
        {
            if (File.Exists($"{path}.{i}"))
            {
                File.Move($"{path}.{i}", $"{path}.{i + 1}", overwrite: true);
            }
        }

        File.Move(path, $"{path}.1", overwrite: true);
    }
}
