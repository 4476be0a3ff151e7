using Interlock.Cli.Output;
using Interlock.ExecSpec.Manifest;

namespace Interlock.Cli.Verbs.Certify;

/// <summary>Progress of hashing in megabytes; the reports come from several threads.</summary>
internal sealed class HashingReport(VerbHost host) : IProgress<HashingProgress>, IDisposable
{
    private const long BytesPerMegabyte = 1_000_000;

    private readonly Lock _gate = new();
    private ProgressLine? _line;

    public void Report(HashingProgress value)
    {
        lock (_gate)
        {
            _line ??= new ProgressLine(host, "hashing MB", value.BytesTotal / BytesPerMegabyte);
            _line.Report(value.BytesDone / BytesPerMegabyte);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _line?.Dispose();
        }
    }
}
