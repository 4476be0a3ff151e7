using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.Runtime.Meaning;

/// <summary>
/// From the rows that a policy wrote to commands in the contract's channels, order and units: decoded by a specification where there is one,
/// taken as they are otherwise. Offsets from the start of a chunk become absolute here, because chunks are spliced and their starts get lost.
/// Used by one thread; allocates nothing after it was made.
/// </summary>
internal sealed class ChunkMeaning
{
    private readonly ActionDecoder? _decoder;
    private readonly ChannelMapping _mapping;
    private readonly double[] _decoded;
    private readonly double[] _state;
    private readonly double[] _previous;
    private readonly bool _addState;

    /// <summary>Prepares the way.</summary>
    /// <param name="contract">What the robot may do; its channels are the commands'.</param>
    /// <param name="spec">What the numbers mean; null when the policy writes commands already.</param>
    /// <param name="policyDimension">Values per row of the policy.</param>
    /// <param name="maxRows">Most rows of a chunk.</param>
    /// <param name="findings">Receives why it cannot be (RT140 to RT143, EX24x).</param>
    public static ChunkMeaning? TryMake(
        SafetyContract contract, ExecutableSpec? spec, int policyDimension, int maxRows, DiagnosticCollector findings)
    {
        MeaningRules.Check(contract, spec, policyDimension, findings);
        return findings.HasErrors ? null : new ChunkMeaning(contract, spec, maxRows);
    }

    private ChunkMeaning(SafetyContract contract, ExecutableSpec? spec, int maxRows)
    {
        Channels = contract.Channels.Count;
        _mapping = ChannelMapping.Between(contract, spec);
        _addState = spec is null && contract.Reference == ActionReference.RelativeChunk;
        _decoder = spec is null ? null : new ActionDecoder(spec);
        _decoded = new double[maxRows * Channels];
        _state = new double[Channels];
        _previous = new double[Channels];
        GuardedContract = contract.Reference == ActionReference.RelativeChunk ? contract with { Reference = ActionReference.Absolute } : contract;
    }

    /// <summary>Channels of a command.</summary>
    public int Channels { get; }

    /// <summary>The contract in terms of the commands that come out: what the guard keeps.</summary>
    public SafetyContract GuardedContract { get; }

    /// <summary>Turns rows into commands.</summary>
    /// <param name="rows">Row-major T×D as the policy wrote them.</param>
    /// <param name="state">Measured state at the observation, contract order.</param>
    /// <param name="previousCommand">Last executed command, contract order; empty before the first.</param>
    /// <param name="commands">Receives T×channels.</param>
    public void Apply(ReadOnlySpan<double> rows, ReadOnlySpan<double> state, ReadOnlySpan<double> previousCommand, Span<double> commands)
    {
        if (_decoder is null)
        {
            rows.CopyTo(commands);
            AddState(commands, state);
            return;
        }

        _mapping.ToSpec(state, _state);
        Span<double> previous = previousCommand.IsEmpty ? [] : _previous;
        if (!previous.IsEmpty)
        {
            _mapping.ToSpec(previousCommand, previous);
        }

        Span<double> decoded = _decoded.AsSpan(0, rows.Length);
        _decoder.Decode(rows, _state, previous, decoded);
        _mapping.ToContract(decoded, commands);
    }

    private void AddState(Span<double> commands, ReadOnlySpan<double> state)
    {
        for (int i = 0; _addState && i < commands.Length; i++)
        {
            commands[i] += state[i % Channels];
        }
    }
}
