using Interlock.Runtime.Clock;

namespace Interlock.Runtime.Inference;

/// <summary>
/// A desk with a thread of its own for the policy. Question and answer change hands through one number, so that the control thread never waits;
/// the policy's thread looks at it at an interval, because waking it would mean a lock.
/// </summary>
internal sealed class ThreadedDesk : IInferenceDesk
{
    // Adds at most this to an inference, which takes tens of milliseconds; costs under 1 % of a core.
    private const long LookIntervalNs = 500_000;

    private readonly InferenceJob _job;
    private readonly ILoopClock _clock;
    private readonly CancellationTokenSource _closing = new();
    private readonly Thread _thread;
    private int _status;

    /// <summary>Starts the thread.</summary>
    public ThreadedDesk(InferenceJob job, ILoopClock clock)
    {
        _job = job;
        _clock = clock;
        Question = job.NewQuestion();
        Answer = job.NewAnswer();
        _thread = new Thread(Serve) { IsBackground = true, Name = "interlock policy" };
        _thread.Start();
    }

    public PolicyQuestion Question { get; }

    public PolicyAnswer Answer { get; }

    public DeskStatus Status => (DeskStatus)Volatile.Read(ref _status);

    public void Ask() => Volatile.Write(ref _status, (int)DeskStatus.Busy);

    public void Release() => Volatile.Write(ref _status, (int)DeskStatus.Free);

    /// <summary>Ends the thread; a policy that does not come back is left behind on its background thread, together with what it uses.</summary>
    public void Dispose()
    {
        _closing.Cancel();
        if (_thread.Join(_job.Timeout + _job.Timeout))
        {
            _job.Dispose();
            _closing.Dispose();
        }
    }

    private void Serve()
    {
        while (!_closing.IsCancellationRequested)
        {
            if (Status == DeskStatus.Busy)
            {
                _job.Run(Question, Answer, _closing.Token);
                Answer.DurationNs = _clock.NowNs - Question.AskedAtNs;
                Volatile.Write(ref _status, (int)DeskStatus.Done);
            }

            _clock.WaitUntil(_clock.NowNs + LookIntervalNs);
        }
    }
}
