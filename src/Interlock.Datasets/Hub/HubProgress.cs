namespace Interlock.Datasets.Hub;

/// <summary>How far a download is.</summary>
/// <param name="File">The file under way.</param>
/// <param name="Bytes">Bytes that are here, cached ones included.</param>
/// <param name="TotalBytes">Bytes of all files of the dataset's meta and data folders.</param>
/// <param name="BytesPerS">Mean rate of what this run fetched, in bytes per second; 0 before anything came.</param>
public readonly record struct HubProgress(string File, long Bytes, long TotalBytes, double BytesPerS);
