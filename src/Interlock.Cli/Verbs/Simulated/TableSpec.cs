using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Displacements;
using Interlock.Simulation.Table;

namespace Interlock.Cli.Verbs.Simulated;

/// <summary>What an OpenVLA-like checkpoint that was trained on demonstrations of the simulated arm would need to be decoded with.</summary>
internal static class TableSpec
{
    private const double LowQuantile = 0.01;
    private const double HighQuantile = 0.99;

    /// <summary>The specification of the first key, with the others as its siblings.</summary>
    public static ExecutableSpec Of(IReadOnlyList<DisplacementStatistics> keys) => new()
    {
        Name = $"{TableArm.Description.Name} {keys[0].Key}",
        Action = new ActionSpec
        {
            Channels = [.. TableArm.Description.Joints.Select(joint => Joint(joint.Name)), Gripper],
            RateHz = new ArmWorldOptions().RateHz,
            Quantity = ActionSpace.JointPosition,
            Reference = ActionReference.DeltaStep,
        },
        Unnormaliser = NormaliserOf(keys[0]),
        Gripper = new GripperMapping
        {
            Channel = Gripper.Name,
            PolicyOpen = 1,
            PolicyClosed = 0,
            ControllerOpen = DisplacementController.OpenM,
            ControllerClosed = DisplacementController.ClosedM,
        },
        Siblings = [.. keys.Skip(1).Select(NormaliserOf)],
    };

    private static ActionChannel Gripper { get; } = new()
    {
        Name = TableArm.Description.Gripper.Name,
        Role = ChannelRole.Gripper,
        Unit = ChannelUnit.Normalized,
        Reference = ActionReference.Absolute,
    };

    private static ActionChannel Joint(string name) => new() { Name = name, Role = ChannelRole.Joint, Unit = ChannelUnit.Radian };

    private static Normaliser NormaliserOf(DisplacementStatistics statistics) => new()
    {
        Key = statistics.Key,
        Scheme = NormalisationScheme.Quantile,
        LowQuantile = LowQuantile,
        HighQuantile = HighQuantile,
        Mask = statistics.Mask,
        Statistics = new ActionStatistics
        {
            Channels = statistics.Min.Count,
            Min = statistics.Min,
            Max = statistics.Max,
            Mean = statistics.Mean,
            Std = statistics.Std,
            Quantiles = [new QuantileRow(LowQuantile, statistics.Q01), new QuantileRow(HighQuantile, statistics.Q99)],
        },
        Arithmetic = LibraryArithmetic.OpenVla,
    };
}
