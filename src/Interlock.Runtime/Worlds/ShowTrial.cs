using Interlock.Policies;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Session;
using Interlock.Runtime.Session.Making;
using Interlock.Simulation.Faults;

namespace Interlock.Runtime.Worlds;

/// <summary>Puts the faults of a show into a session; nothing else differs from a deployment.</summary>
internal sealed class ShowTrial(IReadOnlyList<PolicyFault?> faults) : ITrial
{
    public IAnswerDelay Delay { get; } = new FixedDelay(SessionOptions.DefaultVirtualLatencyNs);

    public IPolicy Spoil(IPolicy policy, MadeRobot robot) => robot.Match.IsIdentity
        ? new ShowPolicy(policy, robot.Table!, faults)
        : throw new ArgumentException("a show needs a contract in the arm's own order and units", nameof(robot));

    public void AfterTick(ControlLoop loop, LoopParts parts)
    {
    }
}
