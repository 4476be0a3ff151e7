using Interlock.Simulation.Arm;
using Interlock.Simulation.Episodes;

namespace Interlock.Simulation.Displacements;

/// <summary>
/// The device with which the operator gives displacements. Like the one behind LIBERO, whose commands end at the same number in most
/// channels, it saturates: the arm then trails the operator, who waits for it.
/// </summary>
internal sealed class HandController : IActionFilter
{
    private readonly DisplacementController _controller = new();
    private readonly double[] _start;
    private readonly double _fullDeflectionRad;
    private readonly double[] _action = new double[TableArm.Description.ChannelCount];

    public HandController(double[] start, double fullDeflectionRad)
    {
        _start = start;
        _fullDeflectionRad = fullDeflectionRad;
    }

    /// <summary>What was given, row-major T×D.</summary>
    public List<double> Actions { get; } = [];

    /// <summary>The true start: a controller begins at the command that the drives hold, not at what was measured.</summary>
    public void Begin(ReadOnlySpan<double> measured) => _controller.ObserveSent(_start);

    public void ObserveChunk(ReadOnlySpan<double> actions, int horizon)
    {
    }

    public void Filter(in ProposedAction proposed, Span<double> executed)
    {
        _controller.Express(proposed.Raw, _action);
        foreach (ref double displacement in _action.AsSpan()[..^1])
        {
            displacement = Math.Clamp(displacement, -_fullDeflectionRad, _fullDeflectionRad);
        }

        _controller.Compose(_action, executed);
        _controller.ObserveSent(executed);
        Actions.AddRange(_action);
    }
}
