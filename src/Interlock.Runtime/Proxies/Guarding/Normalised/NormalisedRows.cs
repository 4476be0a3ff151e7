using Interlock.Core.Contract;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;
using Interlock.Runtime.Meaning;

namespace Interlock.Runtime.Proxies.Guarding.Normalised;

/// <summary>
/// Rows of normalised numbers as commands of the contract, and back. Each row is decoded from the one that was sent before it, as whoever asked will
/// decode it. Of one session; not thread-safe.
/// </summary>
internal sealed class NormalisedRows
{
    private readonly ActionDecoder _decoder;
    private readonly ChannelMapping _mapping;
    private readonly double[] _spec;
    private readonly double[] _state;
    private readonly double[] _previous;

    /// <param name="contract">What the robot may do.</param>
    /// <param name="spec">One that <see cref="WritableRules"/> accepts with the contract.</param>
    public NormalisedRows(SafetyContract contract, ExecutableSpec spec)
    {
        _decoder = new ActionDecoder(spec);
        _mapping = ChannelMapping.Between(contract, spec);
        Channels = contract.Channels;
        Places = [.. contract.Channels.Select(channel => spec.Action.Channels.TakeWhile(other => other.Name != channel.Name).Count())];
        _spec = new double[Channels.Count];
        _state = new double[Channels.Count];
        _previous = new double[Channels.Count];
    }

    public IReadOnlyList<ChannelContract> Channels { get; }

    /// <summary>Place in a row of the contract's channels.</summary>
    public IReadOnlyList<int> Places { get; }

    /// <summary>Most rows of a reply; statistics may be kept per position.</summary>
    public int MostRows => _decoder.Unnormaliser.Timesteps == 1 ? int.MaxValue : _decoder.Unnormaliser.Timesteps;

    /// <summary>What the next rows are measured from.</summary>
    /// <param name="state">State of the request, contract order; empty when unknown.</param>
    /// <param name="previous">Command before the row, contract order; empty when unknown.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT204: a state is needed and unknown.</exception>
    public void Measure(ReadOnlySpan<double> state, ReadOnlySpan<double> previous)
    {
        if ((_decoder.NeedsState && state.IsEmpty) || (_decoder.NeedsPreviousCommand && state.IsEmpty && previous.IsEmpty))
        {
            throw ProxyError.Of(ProxyCodes.NoState, "request", "the specification measures its numbers from the state, and the request has none", "say with --state where it is");
        }

        Spec(state, _state);
        Spec(previous.IsEmpty ? state : previous, _previous);
    }

    /// <summary>A row as a command.</summary>
    public void Decode(ReadOnlySpan<double> numbers, int row, Span<double> command)
    {
        _decoder.DecodeOne(numbers, row, _state, _previous, _spec);
        _mapping.ToContract(_spec, command);
    }

    /// <summary>The numbers of a command; not finite where there are none.</summary>
    public void Invert(ReadOnlySpan<double> command, int row, Span<double> numbers)
    {
        _mapping.ToSpec(command, _spec);
        _decoder.InvertOne(_spec, row, _state, _previous, numbers);
    }

    private void Spec(ReadOnlySpan<double> row, double[] spec)
    {
        if (!row.IsEmpty)
        {
            _mapping.ToSpec(row, spec);
        }
    }
}
