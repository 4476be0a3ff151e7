namespace Interlock.ExecSpec.Manifest.Hashing;

/// <summary>Adds up what hashing threads have done and reports it now and then.</summary>
internal sealed class ProgressMeter(IProgress<HashingProgress>? progress, long totalBytes)
{
    private const long ReportEveryBytes = 64 << 20;

    private long _done;
    private long _reported;

    public void Add(string path, long bytes)
    {
        long done = Interlocked.Add(ref _done, bytes);
        long reported = Interlocked.Read(ref _reported);
        bool isDue = done - reported >= ReportEveryBytes || done == totalBytes;
        if (isDue && Interlocked.CompareExchange(ref _reported, done, reported) == reported)
        {
            progress?.Report(new HashingProgress(path, done, totalBytes));
        }
    }
}
