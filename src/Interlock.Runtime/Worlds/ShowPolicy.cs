using Interlock.Policies;
using Interlock.Simulation.Faults;

namespace Interlock.Runtime.Worlds;

/// <summary>A policy in which one fault after the other sets in. A fault has had its turn once it was wrong.</summary>
internal sealed class ShowPolicy(IPolicy policy, TableArmRobot robot, IReadOnlyList<PolicyFault?> faults) : IPolicy
{
    private readonly IPolicy[] _turns = [.. faults.Select(fault => fault is null ? policy : new FaultyTablePolicy(policy, robot, fault))];
    private int _turn;
    private bool _hadTurn;

    public PolicyDescription Description => policy.Description;

    public void BeginEpisode(ulong seed)
    {
        _turn = (_turn + (_hadTurn ? 1 : 0)) % _turns.Length;
        _hadTurn = false;
        _turns[_turn].BeginEpisode(seed);
    }

    public ValueTask InferAsync(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        _hadTurn |= request.Observation.Step >= (faults[_turn]?.OnsetStep ?? 0);
        return _turns[_turn].InferAsync(request, chunk, cancellation);
    }

    public void Dispose() => policy.Dispose();
}
