using Interlock.Runtime.Inference;
using Interlock.Simulation.Faults;

namespace Interlock.Runtime.Worlds;

/// <summary>How long answers take; a policy that hangs never answers what it is asked from the onset on.</summary>
internal sealed class TrialDelay(PolicyFault? fault, long usualNs) : IAnswerDelay
{
    public long NextNs(PolicyQuestion question) => fault is StaleFault && question.Step >= fault.OnsetStep ? long.MaxValue : usualNs;
}
