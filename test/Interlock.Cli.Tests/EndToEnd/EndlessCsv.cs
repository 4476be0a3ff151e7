using System.Diagnostics;
using System.Text;

namespace Interlock.Cli.Tests.EndToEnd;

/// <summary>
/// A csv file without an end: a named pipe that is fed as long as somebody reads. Rows that were taken prove that the reader is in
/// the middle of its work, without a clock.
/// </summary>
internal sealed class EndlessCsv
{
    /// <summary>Far more than a pipe and a reader's buffers hold.</summary>
    private const int BytesThatProveReading = 2 << 20;

    private const int RowsPerWrite = 200;

    private readonly TaskCompletionSource _isBeingRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _path;
    private readonly int _rowsPerEpisode;

    /// <param name="path">Where the pipe is made.</param>
    /// <param name="rowsPerEpisode">Rows of an episode; a reader looks at the interrupt between two episodes.</param>
    public EndlessCsv(string path, int rowsPerEpisode)
    {
        _path = path;
        _rowsPerEpisode = rowsPerEpisode;
        using Process maker = Process.Start("mkfifo", path);
        maker.WaitForExit();
    }

    /// <summary>Ends when the reader has taken some megabytes.</summary>
    public Task IsBeingRead => _isBeingRead.Task;

    /// <summary>Feeds whoever reads, until <paramref name="stop"/>.</summary>
    public Task FeedAsync(CancellationToken stop) => Task.Run(
        () =>
        {
            while (!stop.IsCancellationRequested)
            {
                FeedOneReader(stop);
            }
        },
        CancellationToken.None);

    /// <summary>Lets a feeder go that waits for a reader. Opened for both directions a pipe waits for nobody.</summary>
    public FileStream Release() => new(_path, FileMode.Open, FileAccess.ReadWrite);

    private string Line(int row) => $"{row / _rowsPerEpisode},{row % 7},{row % 11}\n";

    private void FeedOneReader(CancellationToken stop)
    {
        try
        {
            using FileStream pipe = new(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1);
            pipe.Write("episode,a,b\n"u8);
            long written = 0;
            for (int row = 0; !stop.IsCancellationRequested; row += RowsPerWrite)
            {
                byte[] lines = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(row, RowsPerWrite).Select(Line)));
                pipe.Write(lines);
                written += lines.Length;
                if (written > BytesThatProveReading)
                {
                    _isBeingRead.TrySetResult();
                }
            }
        }
        catch (IOException)
        {
            // The reader went away, as one does after the header.
        }
    }
}
