using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;

namespace Interlock.Runtime.Campaign.World;

/// <summary>A desk that notes when the loop is shown an answer that a fault spoilt: from then on the fault is detectable.</summary>
internal sealed class WatchedDesk(InferenceParts parts, ILoopClock clock, IAnswerDelay delay, CampaignPolicy policy) : IInferenceDesk
{
    private readonly InlineDesk _desk = new(new InferenceJob(parts), clock, delay);

    /// <summary>True once a spoilt answer was there to be taken.</summary>
    public bool HasShownSpoilt { get; private set; }

    public DeskStatus Status
    {
        get
        {
            DeskStatus status = _desk.Status;
            HasShownSpoilt |= status == DeskStatus.Done && policy.IsNewestSpoilt;
            return status;
        }
    }

    public PolicyQuestion Question => _desk.Question;

    public PolicyAnswer Answer => _desk.Answer;

    public void Ask() => _desk.Ask();

    public void Release() => _desk.Release();

    public void Dispose() => _desk.Dispose();
}
