using Interlock.Policies;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Session.Making;

namespace Interlock.Runtime.Session;

/// <summary>What a trial does to a session on a virtual clock: it spoils the policy's answers and watches every tick. Nothing else differs from a deployment.</summary>
internal interface ITrial
{
    /// <summary>How long answers take.</summary>
    IAnswerDelay Delay { get; }

    /// <summary>The policy that answers in place of the file's; owns it.</summary>
    IPolicy Spoil(IPolicy policy, MadeRobot robot);

    void AfterTick(ControlLoop loop, LoopParts parts);
}
