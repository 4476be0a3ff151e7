namespace Interlock.Runtime.Inference;

/// <summary>How long an answer takes on a virtual clock.</summary>
internal interface IAnswerDelay
{
    /// <summary>Time to the answer, ns; more than the time-out is a time-out, <see cref="long.MaxValue"/> hangs for ever.</summary>
    long NextNs(PolicyQuestion question);
}
