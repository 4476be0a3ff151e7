namespace Interlock.Runtime.Inference;

/// <summary>The same delay for every answer.</summary>
internal sealed class FixedDelay(long ns) : IAnswerDelay
{
    public long NextNs(PolicyQuestion question) => ns;
}
