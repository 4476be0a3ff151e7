using Interlock.Core.Contract;
using Interlock.Core.Contract.Writing;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Core.Units;

namespace Interlock.Cli.Urdf;

/// <summary>Starts a contract from the limits that a robot description states.</summary>
internal sealed class UrdfContract(string path, double rateHz, DiagnosticCollector findings)
{
    private static readonly string[] MovableTypes = ["revolute", "continuous", "prismatic"];
    private static readonly string[] GripperWords = ["gripper", "finger"];

    /// <summary>The contract and its comments.</summary>
    /// <exception cref="DiagnosticException">CT070 or CT071.</exception>
    public (SafetyContract Contract, ContractNotes Notes) Build(string? name)
    {
        UrdfRobot robot = UrdfFile.Read(path, findings);
        UrdfJoint[] joints = [.. robot.Joints.Where(IsDriven)];
        if (joints.Length == 0)
        {
            throw new DiagnosticException("CT071", $"none of the {robot.Joints.Count} joints moves on its own", SourcePlace.OfFile(path), "is this the right file?");
        }

        SafetyContract contract = new()
        {
            Name = name ?? robot.Name ?? Path.GetFileNameWithoutExtension(path),
            RateHz = rateHz,
            Space = ActionSpace.JointPosition,
            Channels = [.. joints.Select(Channel)],
        };
        return (contract, Notes(joints));
    }

    private bool IsDriven(UrdfJoint joint)
    {
        string? reason = joint.Mimics is { } leader ? $"it follows {Quoted.Of(leader)}"
            : MovableTypes.Contains(joint.Type) ? null
            : $"its type is {Quoted.Of(joint.Type)}";
        if (reason is not null)
        {
            findings.Info("CT072", $"joint {Quoted.Of(joint.Name)} is left out: {reason}", PlaceOf(joint));
        }

        return reason is null;
    }

    private ChannelContract Channel(UrdfJoint joint)
    {
        (double? low, double? high) = Ordered(joint, joint.Lower, joint.Upper, "limit");
        (double? softLow, double? softHigh) = Ordered(joint, joint.SoftLower, joint.SoftUpper, "safety_controller");
        return new ChannelContract
        {
            Name = joint.Name,
            Role = GripperWords.Any(word => joint.Name.Contains(word, StringComparison.OrdinalIgnoreCase)) ? ChannelRole.Gripper : ChannelRole.Joint,
            Unit = joint.IsPrismatic ? ChannelUnit.Metre : ChannelUnit.Radian,
            Continuous = joint.IsContinuous,
            Min = low,
            Max = high,
            SoftMin = Inside(joint, softLow, low, high),
            SoftMax = Inside(joint, softHigh, low, high),
            MaxVelocity = Velocity(joint),
        };
    }

    /// <summary>A range as stated; nothing for an endless joint, and nothing, with a warning, for a range that allows no motion.</summary>
    private (double? Low, double? High) Ordered(UrdfJoint joint, double? low, double? high, string element)
    {
        if (joint.IsContinuous || (low is null && high is null && element == "safety_controller"))
        {
            return (null, null);
        }

        if (low is null && high is null)
        {
            Warn(joint, "no lower and upper limit is stated");
            return (null, null);
        }

        // Absent bounds are 0 by the URDF specification.
        (double lower, double upper) = (low ?? 0, high ?? 0);
        if (lower < upper)
        {
            return (lower, upper);
        }

        Warn(joint, $"<{element}> {ShortNumber.Of(lower)} to {ShortNumber.Of(upper)} allows no motion");
        return (null, null);
    }

    private double? Inside(UrdfJoint joint, double? soft, double? low, double? high)
    {
        if (soft < low || soft > high)
        {
            Warn(joint, $"the soft limit {ShortNumber.Of(soft ?? 0)} lies outside the hard ones");
            return null;
        }

        return soft;
    }

    private double? Velocity(UrdfJoint joint)
    {
        if (joint.Velocity is > 0)
        {
            return joint.Velocity;
        }

        Warn(joint, joint.Velocity is null ? "no velocity limit is stated" : $"a velocity limit of {ShortNumber.Of(joint.Velocity.Value)} allows no motion");
        return null;
    }

    private void Warn(UrdfJoint joint, string message) =>
        findings.Warn("CT073", $"joint {Quoted.Of(joint.Name)}: {message}; the limit is left out", PlaceOf(joint), "state it in the contract");

    private SourcePlace PlaceOf(UrdfJoint joint) => new(path, joint.Line);

    private ContractNotes Notes(IEnumerable<UrdfJoint> joints) => new()
    {
        Header =
        [
            $"Started from {Path.GetFileName(path)}: what the robot's maker states, not what a task needs.",
            $"rate_hz {rateHz} is an assumption unless you stated it: it has to be the rate of your control loop.",
            "A URDF states no acceleration, jerk or workspace; add them, or calibrate on demonstrations.",
        ],
        Channels = joints
            .Where(joint => joint.Effort is not null)
            .DistinctBy(joint => joint.Name)
            .ToDictionary(joint => joint.Name, joint => $"effort limit {ShortNumber.Of(joint.Effort!.Value, joint.IsPrismatic ? "N" : "N·m")}"),
    };
}
