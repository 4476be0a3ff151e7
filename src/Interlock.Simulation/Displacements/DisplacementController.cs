using Interlock.Simulation.Arm;
using Interlock.Simulation.PickAndPlace;

namespace Interlock.Simulation.Displacements;

/// <summary>
/// Makes joint targets of displacement actions, as controllers of benchmarks do: target = previous command + displacement. What the
/// arm measures does not enter, so tracking error cannot accumulate; a displacement that is wrong at every step does. The gripper is
/// absolute, a fraction of its working range.
/// </summary>
public sealed class DisplacementController
{
    /// <summary>Opening of a gripper action of 1, in metres.</summary>
    public const double OpenM = PickAndPlacePlanner.OpenM;

    /// <summary>Opening of a gripper action of 0, in metres: narrower than the cube, so that the fingers press.</summary>
    public const double ClosedM = PickAndPlacePlanner.ClosedM;

    private readonly double[] _previous = new double[TableArm.Description.ChannelCount];

    /// <summary>The gripper action of an opening.</summary>
    /// <param name="openingM">Opening, in metres.</param>
    public static double GripperActionOf(double openingM) => (openingM - ClosedM) / (OpenM - ClosedM);

    /// <summary>Takes what was sent, or where the arm stands at the start, as the previous command.</summary>
    /// <param name="command">Joints [rad] and gripper [m].</param>
    public void ObserveSent(ReadOnlySpan<double> command) => command.CopyTo(_previous);

    /// <summary>The target of an action.</summary>
    /// <param name="action">Displacements [rad], gripper from 0 to 1.</param>
    /// <param name="target">Filled with joints [rad] and gripper [m].</param>
    public void Compose(ReadOnlySpan<double> action, Span<double> target)
    {
        for (int joint = 0; joint < target.Length - 1; joint++)
        {
            target[joint] = _previous[joint] + action[joint];
        }

        target[^1] = ClosedM + (action[^1] * (OpenM - ClosedM));
    }

    /// <summary>The action whose target this is; the inverse of <see cref="Compose"/> up to rounding.</summary>
    /// <param name="target">Joints [rad] and gripper [m].</param>
    /// <param name="action">Filled with displacements [rad], gripper from 0 to 1.</param>
    public void Express(ReadOnlySpan<double> target, Span<double> action)
    {
        for (int joint = 0; joint < target.Length - 1; joint++)
        {
            action[joint] = target[joint] - _previous[joint];
        }

        action[^1] = GripperActionOf(target[^1]);
    }
}
