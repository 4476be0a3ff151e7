using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Decoding;

/// <summary>
/// From the decoded gripper value to the controller's, after unnormalising: along the line through open and closed, or decided at a
/// threshold. What is not finite stays what it is.
/// </summary>
public sealed class GripperStep
{
    private readonly GripperMapping _mapping;
    private readonly double _middle;

    /// <summary>Prepares the step.</summary>
    /// <param name="mapping">Policy's open and closed differ and are finite; a threshold lies between them, ends included.</param>
    public GripperStep(GripperMapping mapping)
    {
        if (Fault(mapping) is { } fault)
        {
            throw new ArgumentException(fault, nameof(mapping));
        }

        _mapping = mapping;
        _middle = double.Lerp(mapping.ControllerClosed, mapping.ControllerOpen, 0.5);
    }

    /// <summary>True when the value is decided at a threshold, so that several decoded values give one command.</summary>
    public bool Decides => _mapping.Threshold is not null;

    /// <summary>The controller's value.</summary>
    /// <param name="decoded">The policy's value.</param>
    public double Forward(double decoded)
    {
        if (!double.IsFinite(decoded))
        {
            return decoded;
        }

        return _mapping.Threshold is { } threshold
            ? Decide((decoded - threshold) * Math.Sign(_mapping.PolicyOpen - _mapping.PolicyClosed))
            : Along(decoded, _mapping.PolicyClosed, _mapping.PolicyOpen, _mapping.ControllerClosed, _mapping.ControllerOpen);
    }

    /// <summary>
    /// The policy's value that gives a command. Where the value is decided there is one for the controller's open and closed, and for the
    /// middle when a tie holds; along the line there is one unless the controller's open and closed are equal.
    /// </summary>
    /// <param name="command">The controller's value.</param>
    /// <param name="decoded">The policy's value; NaN where there is none.</param>
    /// <returns>True where there is one.</returns>
    public bool TryInverse(double command, out double decoded)
    {
        decoded = double.NaN;
        if (_mapping.ControllerOpen == _mapping.ControllerClosed || !double.IsFinite(command))
        {
            return false;
        }

        decoded = Decides
            ? Representative(command)
            : Along(command, _mapping.ControllerClosed, _mapping.ControllerOpen, _mapping.PolicyClosed, _mapping.PolicyOpen);
        return !double.IsNaN(decoded);
    }

    /// <summary>Why a mapping cannot be used; null when it can.</summary>
    internal static string? Fault(GripperMapping mapping)
    {
        if (!double.IsFinite(mapping.PolicyOpen + mapping.PolicyClosed + mapping.ControllerOpen + mapping.ControllerClosed))
        {
            return "a gripper value is not finite";
        }

        if (mapping.PolicyOpen == mapping.PolicyClosed)
        {
            return "the policy's open and closed gripper are the same value";
        }

        double low = Math.Min(mapping.PolicyOpen, mapping.PolicyClosed);
        double high = Math.Max(mapping.PolicyOpen, mapping.PolicyClosed);
        return mapping.Threshold is { } threshold && !(threshold >= low && threshold <= high)
            ? "the gripper's threshold is not between the policy's open and closed"
            : null;
    }

    private static double Along(double value, double closedFrom, double openFrom, double closedTo, double openTo) =>
        double.Lerp(closedTo, openTo, (value - closedFrom) / (openFrom - closedFrom));

    private double Decide(double towardsOpen) => towardsOpen switch
    {
        > 0 => _mapping.ControllerOpen,
        < 0 => _mapping.ControllerClosed,
        _ => _mapping.Tie switch
        {
            GripperTie.Open => _mapping.ControllerOpen,
            GripperTie.Closed => _mapping.ControllerClosed,
            _ => _middle,
        },
    };

    private double Representative(double command)
    {
        if (command == _middle)
        {
            return _mapping.Tie == GripperTie.Hold ? _mapping.Threshold!.Value : double.NaN;
        }

        double candidate = command == _mapping.ControllerOpen ? _mapping.PolicyOpen : _mapping.PolicyClosed;
        return Forward(candidate) == command ? candidate : double.NaN;
    }
}
