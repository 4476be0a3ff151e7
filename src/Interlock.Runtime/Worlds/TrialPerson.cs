using Interlock.Runtime.Loop;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Worlds;

/// <summary>The person beside the arm in a trial: looks for a second, then says go on. A stop is left alone.</summary>
internal sealed class TrialPerson
{
    private const long LooksForNs = 1_000_000_000;

    private long? _sinceNs;

    /// <summary>Times that the arm waited for somebody.</summary>
    public int Answers { get; private set; }

    public void Attend(ControlLoop loop, LoopParts parts)
    {
        bool isWanted = loop.Decision.State is SupervisorState.AwaitingHuman or SupervisorState.Holding;
        _sinceNs = isWanted ? _sinceNs ?? loop.Timings.BeganAtNs : null;
        if (loop.Timings.BeganAtNs - _sinceNs < LooksForNs || _sinceNs is null)
        {
            return;
        }

        _sinceNs = loop.Timings.BeganAtNs;
        Answers++;
        parts.Supervisor.Post(loop.Decision.State == SupervisorState.Holding ? OperatorCommand.Resume : OperatorCommand.AnswerContinue);
    }
}
