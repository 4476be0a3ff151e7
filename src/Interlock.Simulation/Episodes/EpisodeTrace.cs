using System.Runtime.InteropServices;
using Interlock.Core.Episodes;
using Interlock.Simulation.PickAndPlace;

namespace Interlock.Simulation.Episodes;

/// <summary>Collects what happens at each step of a running episode.</summary>
internal sealed class EpisodeTrace(int channels, double rateHz)
{
    private readonly List<double> _raw = [];
    private readonly List<double> _measured = [];
    private readonly List<double> _executed = [];

    public double[] ExecutedActions => [.. _executed];

    /// <summary>Adds a step and returns the place for what is executed.</summary>
    public Span<double> Add(in ProposedAction proposed)
    {
        _raw.AddRange(proposed.Raw);
        _measured.AddRange(proposed.Measured);
        _executed.AddRange(proposed.Raw);
        return CollectionsMarshal.AsSpan(_executed)[^channels..];
    }

    public Episode ToEpisode(int index, bool success)
    {
        int length = _raw.Count / channels;
        return new Episode
        {
            Index = index,
            Length = length,
            Actions = [.. _raw],
            ActionDimension = channels,
            States = [.. _measured],
            StateDimension = channels,
            TimestampsS = [.. Enumerable.Range(0, length).Select(step => step / rateHz)],
            Task = PickAndPlaceTask.Instruction,
            Success = success,
        };
    }
}
