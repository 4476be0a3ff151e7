using Interlock.Core.Randomness;
using Interlock.Simulation.Policies;

namespace Interlock.Simulation.Faults;

/// <summary>Something that goes wrong with a policy's answers from a certain step on. Actions before that step stay untouched.</summary>
public abstract class PolicyFault
{
    private readonly int _onsetStep;

    private protected PolicyFault(int onsetStep)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onsetStep);
        _onsetStep = onsetStep;
    }

    /// <summary>Stable snake_case name.</summary>
    public abstract string Name { get; }

    /// <summary>What happens, in a few words.</summary>
    public abstract string Summary { get; }

    /// <summary>First control step whose action is wrong.</summary>
    public int OnsetStep => _onsetStep;

    /// <summary>Starts an episode.</summary>
    /// <param name="seed">Decides which joints and directions are hit.</param>
    /// <param name="joints">Number of joints; the channel after them is the gripper.</param>
    public void Reset(ulong seed, int joints) => Reset(new SeededRandom(seed), joints);

    /// <summary>Passes a fresh chunk of the policy on, spoilt where the fault is active.</summary>
    public abstract void Corrupt(ActionChunk chunk);

    /// <summary>Changes what the policy believes to see, where the fault lies there. By default nothing.</summary>
    /// <param name="step">Control step of the observation.</param>
    /// <param name="measured">Measured positions on their way to the policy; what is recorded stays as it was.</param>
    public virtual void DistortObservation(int step, Span<double> measured)
    {
    }

    /// <summary>Learns what was sent to the arm last; before the first step, where the arm stands. By default nothing is made of it.</summary>
    /// <param name="command">Joints [rad] and gripper [m].</param>
    public virtual void ObserveSent(ReadOnlySpan<double> command)
    {
    }

    private protected abstract void Reset(SeededRandom random, int joints);
}
