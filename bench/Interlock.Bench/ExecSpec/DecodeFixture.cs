using Interlock.Core.Contract;
using Interlock.ExecSpec.Specification;

namespace Interlock.Bench.ExecSpec;

/// <summary>Specifications of 14 channels to decode.</summary>
internal static class DecodeFixture
{
    private const int Channels = 14;
    private static readonly ControllerSpec TakesTargets = new() { Reference = ActionReference.Absolute };

    public static Normaliser Quantiles(int channels, NormaliserArithmetic arithmetic) => new()
    {
        Key = "bench",
        Scheme = NormalisationScheme.MinMax,
        Arithmetic = arithmetic,
        Statistics = new ActionStatistics
        {
            Channels = channels,
            Min = [.. Enumerable.Range(0, channels).Select(i => -1 - (0.1 * i))],
            Max = [.. Enumerable.Range(0, channels).Select(i => 1 + (0.3 * i))],
        },
    };

    public static ExecutableSpec Clipped(int channels) =>
        Spec(ActionReference.Absolute, Quantiles(channels, LibraryArithmetic.GrootProcessor(NormalisationScheme.MinMax)));

    /// <summary>Two arms of six joints and a gripper each; one gripper is mapped.</summary>
    public static ExecutableSpec TwoArms(ActionReference reference) => Spec(reference, Quantiles(Channels, LibraryArithmetic.OpenVlaOft)) with
    {
        Controller = TakesTargets,
        Gripper = new() { Channel = "c6", PolicyOpen = 1, PolicyClosed = 0, Threshold = 0.5, ControllerOpen = -1, ControllerClosed = 1 },
    };

    /// <summary>Displacements with one rotation that is composed in the fixed frame.</summary>
    public static ExecutableSpec Pose()
    {
        ExecutableSpec spec = Spec(ActionReference.DeltaStep, Quantiles(Channels, LibraryArithmetic.OpenVlaOft)) with { Controller = TakesTargets };
        RotationGroup rotation = new(RotationForm.AxisAngle, ["c3", "c4", "c5"]) { Composition = RotationComposition.FixedFrame };
        return spec with { Action = spec.Action with { Rotations = [rotation] } };
    }

    private static ExecutableSpec Spec(ActionReference reference, Normaliser normaliser) => new()
    {
        Name = "bench",
        Unnormaliser = normaliser,
        Action = new ActionSpec { Reference = reference, Channels = [.. Enumerable.Range(0, Channels).Select(ChannelOf)] },
    };

    private static ActionChannel ChannelOf(int index) => new()
    {
        Name = $"c{index}",
        Role = index % 7 == 6 ? ChannelRole.Gripper : ChannelRole.Joint,
        Reference = index % 7 == 6 ? ActionReference.Absolute : null,
    };
}
