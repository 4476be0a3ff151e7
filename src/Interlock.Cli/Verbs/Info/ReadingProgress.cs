using Interlock.Cli.Output;

namespace Interlock.Cli.Verbs.Info;

/// <summary>Shows how many steps were read.</summary>
internal sealed class ReadingProgress(VerbHost host) : IProgress<long>, IDisposable
{
    private readonly ProgressLine _line = new(host, "reading steps", total: null);

    public void Report(long value) => _line.Report(value);

    public void Dispose() => _line.Dispose();
}
