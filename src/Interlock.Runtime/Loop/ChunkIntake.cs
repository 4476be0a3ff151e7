using Interlock.Guard;
using Interlock.Policies.Scheduling;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Loop;

/// <summary>Takes finished answers from the desk into the plan.</summary>
internal sealed class ChunkIntake(IInferenceDesk desk, ChunkScheduler scheduler, ActionGuard guard, LoopRates rates, long hungAfterNs)
{
    private long _notBeforeNs = long.MinValue;
    private bool _lastFailed;

    /// <summary>The newest chunk.</summary>
    public ChunkInUse Chunk { get; } = new(Math.Max(desk.Answer.MaxValues, 1));

    /// <summary>How the last splice went; meaningful when <see cref="SplicedNow"/>.</summary>
    public ChunkSplice Splice { get; private set; }

    /// <summary>True in the tick that took an answer into the plan.</summary>
    public bool SplicedNow { get; private set; }

    /// <summary>True until an answer to an observation of this run was taken: having no action is no starvation yet.</summary>
    public bool AwaitsFirst { get; private set; } = true;

    /// <summary>Code of the failure of the last answer; null when it was an answer.</summary>
    public string? FailureCode { get; private set; }

    /// <summary>See <see cref="PolicyAnswer.ConfidencePValue"/>; of the newest answer.</summary>
    public double? ConfidencePValue { get; private set; }

    /// <summary>See <see cref="PolicyAnswer.Confidence"/>; of the newest answer.</summary>
    public double? Confidence { get; private set; }

    /// <summary>See <see cref="PolicyAnswer.IsUnfamiliar"/>; of the newest answer.</summary>
    public bool IsUnfamiliar { get; private set; }

    /// <summary>Answers that came too late, out of order or empty, since the session began.</summary>
    public long Refused { get; private set; }

    /// <summary>How the policy is doing.</summary>
    public PolicyHealth Health(long nowNs) =>
        desk.Status == DeskStatus.Busy && nowNs - desk.Question.AskedAtNs > hungAfterNs ? PolicyHealth.Hung
        : _lastFailed ? PolicyHealth.Failed
        : desk.Status == DeskStatus.Busy ? PolicyHealth.Busy
        : PolicyHealth.Ready;

    /// <summary>The failure of the last answer counts no more.</summary>
    public void ForgiveFailure() => _lastFailed = false;

    /// <summary>Answers to questions from before now are of no use any more: the plan was dropped.</summary>
    public void Forget(long nowNs)
    {
        _notBeforeNs = nowNs;
        AwaitsFirst = true;
        Confidence = null;
        ConfidencePValue = null;
        Chunk.Clear();
    }

    /// <summary>Takes what is finished.</summary>
    public void Take(long nowNs)
    {
        SplicedNow = false;
        if (desk.Status != DeskStatus.Done)
        {
            return;
        }

        PolicyAnswer answer = desk.Answer;
        FailureCode = answer.FailureCode;
        _lastFailed = answer.FailureCode is not null;
        if (!_lastFailed && desk.Question.AskedAtNs >= _notBeforeNs)
        {
            Accept(answer, nowNs);
        }

        desk.Release();
    }

    private void Accept(PolicyAnswer answer, long nowNs)
    {
        ConfidencePValue = answer.ConfidencePValue;
        Confidence = answer.Confidence;
        IsUnfamiliar = answer.IsUnfamiliar;
        Splice = scheduler.Accept(answer.Commands, answer.Raw.Rows, answer.Raw.ObservedAtStep);
        if (!Splice.IsAccepted)
        {
            Refused++;
            _lastFailed = answer.Raw.Rows == 0;
            FailureCode = _lastFailed ? RuntimeCodes.EmptyAnswer : null;
            return;
        }

        SplicedNow = true;
        AwaitsFirst = false;
        Chunk.Take(answer.Raw, nowNs, scheduler.NextStep, rates.PolicyPeriodNs);
        guard.BeginChunk(answer.Commands);
    }
}
