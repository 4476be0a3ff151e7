using Interlock.Cli.Output;
using Interlock.Datasets.Hub;

namespace Interlock.Cli.Inputs;

/// <summary>Shows how far a download is, in kibibytes.</summary>
internal sealed class DownloadProgress(VerbHost host) : IProgress<HubProgress>, IDisposable
{
    private const int BytesPerKibibyte = 1024;

    private ProgressLine? _line;

    public void Report(HubProgress value)
    {
        _line ??= new ProgressLine(host, "downloading KiB", value.TotalBytes / BytesPerKibibyte);
        _line.Report(value.Bytes / BytesPerKibibyte);
    }

    public void Dispose() => _line?.Dispose();
}
