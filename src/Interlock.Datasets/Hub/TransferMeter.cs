namespace Interlock.Datasets.Hub;

/// <summary>Adds up what all files of a download have so far.</summary>
internal sealed class TransferMeter(long totalBytes, TimeProvider time, IProgress<HubProgress>? progress)
{
    private readonly long _start = time.GetTimestamp();
    private long _finished;
    private long _fetched;

    /// <summary>A file under way has <paramref name="bytes"/>, of which <paramref name="fetched"/> just came over the network.</summary>
    public void Update(HubFile file, long bytes, int fetched)
    {
        _fetched += fetched;
        Report(file, _finished + bytes);
    }

    /// <summary>A file is complete, whether fetched now or found in the cache.</summary>
    public void Finish(HubFile file)
    {
        _finished += file.Bytes;
        Report(file, _finished);
    }

    private void Report(HubFile file, long bytes)
    {
        double elapsedS = time.GetElapsedTime(_start).TotalSeconds;
        progress?.Report(new HubProgress(file.Path, bytes, totalBytes, elapsedS > 0 ? _fetched / elapsedS : 0));
    }
}
