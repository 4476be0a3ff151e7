using Interlock.Policies.Scheduling;
using Interlock.Runtime.Inference;

namespace Interlock.Runtime.Loop;

/// <summary>Asks the policy when the plan wants it, one question at a time.</summary>
internal sealed class QuestionAsker(IInferenceDesk desk, ChunkScheduler scheduler, LoopRates rates)
{
    private double _latencyNs;

    /// <summary>Asks if it is time.</summary>
    /// <param name="nowNs">Monotonic time.</param>
    /// <param name="senses">What the policy is shown.</param>
    /// <param name="history">Commands so far.</param>
    /// <param name="useFallback">True when the conservative policy is to answer.</param>
    /// <param name="moves">True while the plan is being executed: only then do steps pass during the inference.</param>
    public void Consider(long nowNs, Senses senses, CommandHistory history, bool useFallback, bool moves)
    {
        if (desk.Status != DeskStatus.Free || !senses.HasState || !(scheduler.WantsChunk || !moves))
        {
            return;
        }

        PolicyQuestion question = desk.Question;
        question.Step = scheduler.NextStep;
        question.AskedAtNs = nowNs;
        question.StateTimestampNs = senses.State.TimestampNs;
        question.AsksFallback = useFallback;
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
