namespace Interlock.Cli.Tests.EndToEnd;

/// <summary>A clock that interrupts when a verb, in the middle of its work, looks at it to report progress.</summary>
internal sealed class InterruptOnUse : TimeProvider, IDisposable
{
    private const int LooksBeforeInterrupt = 3;

    private readonly CancellationTokenSource _source = new();
    private int _looks;

    public CancellationToken Token => _source.Token;

    public override long GetTimestamp()
    {
        if (++_looks >= LooksBeforeInterrupt)
        {
            _source.Cancel();
        }

        return base.GetTimestamp();
    }

    public void Dispose() => _source.Dispose();
}
