using Interlock.Policies;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Faults;
using Interlock.Simulation.Policies;

namespace Interlock.Runtime.Worlds;

/// <summary>A policy of the table arm with a fault between it and whoever asks; in the arm's own order and units.</summary>
internal sealed class FaultyTablePolicy : IPolicy
{
    private readonly IPolicy _policy;
    private readonly TableArmRobot _robot;
    private readonly PolicyFault _fault;
    private readonly ActionChunk _answer;

    /// <param name="policy">Taken over.</param>
    /// <param name="robot">The robot that it moves; not taken over.</param>
    /// <param name="fault">What goes wrong.</param>
    public FaultyTablePolicy(IPolicy policy, TableArmRobot robot, PolicyFault fault)
    {
        _policy = policy;
        _robot = robot;
        _fault = fault;
        _answer = new ActionChunk(policy.Description.MaxRows, policy.Description.ActionDimension);
    }

    public PolicyDescription Description => _policy.Description;

    public void BeginEpisode(ulong seed)
    {
        _policy.BeginEpisode(seed);
        _fault.Reset(_robot.Start.Seeds.Fault, TableArm.Description.JointCount);
    }

    public async ValueTask InferAsync(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        int step = (int)Math.Clamp(request.Observation.Step, 0, int.MaxValue);
        double[] seen = request.Observation.State.ToArray();
        _fault.ObserveSent(_robot.Accepted);
        _fault.DistortObservation(step, seen);
        await _policy.InferAsync(request with { Observation = request.Observation with { State = seen } }, chunk, cancellation).ConfigureAwait(false);
        _answer.FirstStep = step;
        _answer.ObservedAtStep = step;
        chunk.Actions.CopyTo(_answer.Actions);
        _fault.Corrupt(_answer);
        _answer.Actions.AsSpan(0, chunk.Actions.Length).CopyTo(chunk.Actions);
    }

    public void Dispose() => _policy.Dispose();
}
