using Interlock.Runtime.Clock;

namespace Interlock.Runtime.Inference;

/// <summary>
/// A desk without a thread, for runs on a virtual clock: the policy answers at once, and the answer is shown when the time that it would have
/// taken has passed. The same inputs give the same bytes.
/// </summary>
internal sealed class InlineDesk : IInferenceDesk
{
    private readonly InferenceJob _job;
    private readonly ILoopClock _clock;
    private readonly IAnswerDelay _delay;
    private long _readyAtNs;
    private bool _asked;

    /// <summary>A desk for a job.</summary>
    public InlineDesk(InferenceJob job, ILoopClock clock, IAnswerDelay delay)
    {
        _job = job;
        _clock = clock;
        _delay = delay;
        Question = job.NewQuestion();
        Answer = job.NewAnswer();
    }

    public PolicyQuestion Question { get; }

    public PolicyAnswer Answer { get; }

    public DeskStatus Status => !_asked ? DeskStatus.Free : _clock.NowNs >= _readyAtNs ? DeskStatus.Done : DeskStatus.Busy;

    public void Ask()
    {
        _asked = true;
        long delayNs = _delay.NextNs(Question);
        _readyAtNs = delayNs == long.MaxValue ? long.MaxValue : _clock.NowNs + Math.Min(delayNs, _job.TimeoutNs);
        if (delayNs > _job.TimeoutNs)
        {
            _job.TimeOut(Question, Answer);
            Answer.DurationNs = _job.TimeoutNs;
            return;
        }

        _job.Run(Question, Answer, CancellationToken.None);
        Answer.DurationNs = delayNs;
    }

    public void Release() => _asked = false;

    public void Dispose() => _job.Dispose();
}
