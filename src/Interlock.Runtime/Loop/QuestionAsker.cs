using Interlock.Policies.Scheduling;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Loop;

/// <summary>Asks the policy when the plan wants it, one question at a time.</summary>
internal sealed class QuestionAsker(IInferenceDesk desk, ChunkScheduler scheduler, LoopRates rates)
{
    // Answers to it are dropped when a person lets go; it only shows that the policy is well. Seldom enough to cost nothing, often enough for whoever waits; ours.
    private const long ProbeNs = 1_000_000_000;

    private double _latencyNs;
    private long? _askedAtNs;

    /// <summary>Asks if it is time.</summary>
    /// <param name="nowNs">Monotonic time.</param>
    /// <param name="senses">What the policy is shown.</param>
    /// <param name="history">Commands so far.</param>
    /// <param name="decision">Of this tick. Only while the plan is executed do steps pass during the inference; while a person is awaited questions are few.</param>
    public void Consider(long nowNs, Senses senses, CommandHistory history, in SupervisorDecision decision)
    {
        bool moves = decision.Motion == Supervision.Motion.Release;
        if (desk.Status != DeskStatus.Free || !senses.HasState || !(scheduler.WantsChunk || !moves) || (decision.AwaitsPerson && nowNs - _askedAtNs < ProbeNs))
        {
            return;
        }

        _askedAtNs = nowNs;
        PolicyQuestion question = desk.Question;
        question.Step = scheduler.NextStep;
        question.AskedAtNs = nowNs;
        question.StateTimestampNs = senses.State.TimestampNs;
        question.AsksFallback = decision.UseFallbackPolicy;
        question.MustAnswer = scheduler.RowsAhead == 0;
        question.ExpectedDelaySteps = moves ? (int)Math.Ceiling(_latencyNs / rates.PolicyPeriodNs) : 0;
        senses.State.Positions.CopyTo(question.State, 0);
        question.HasCommand = !history.Last.IsEmpty;
        history.Last.CopyTo(question.LastCommand);
        desk.Ask();
    }

    /// <summary>How long the last answer took; the next is expected to take as long.</summary>
    public void Learn(long latencyNs) => _latencyNs = latencyNs;
}
