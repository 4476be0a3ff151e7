using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Drift;

public sealed class NullMotionTests
{
    [Fact]
    public void A_displacement_per_step_is_a_speed_at_the_rate_of_control()
    {
        NullMotion motion = Of(ActionSpace.JointPosition, ActionReference.DeltaStep, rateHz: 10, offset: 0.02);

        Assert.Equal((0.02, 0.2, "elbow"), (Rounded(motion.Rad), Rounded(motion.RadPerS), motion.LargestJoint));
    }

    [Fact]
    public void A_velocity_command_is_a_speed_without_any_rate()
    {
        NullMotion motion = Of(ActionSpace.JointVelocity, ActionReference.Absolute, rateHz: null, offset: 0.02);

        Assert.Equal((null, 0.02, NullMotionGaps.None), (motion.Rad, Rounded(motion.RadPerS), motion.Missing));
    }

    [Fact]
    public void An_offset_from_the_start_of_the_chunk_is_repeated_every_chunk()
    {
        NullMotion motion = Of(ActionSpace.JointPosition, ActionReference.RelativeChunk, rateHz: 10, offset: 0.02, execute: 5);

        Assert.Equal((0.02, 0.04), (Rounded(motion.Rad), Rounded(motion.RadPerS)));
    }

    [Fact]
    public void An_absolute_command_displaces_the_arm_once()
    {
        NullMotion motion = Of(ActionSpace.JointPosition, ActionReference.Absolute, rateHz: 10, offset: 0.02);

        Assert.Equal((0.02, null, NullMotionGaps.None), (Rounded(motion.Rad), motion.RadPerS, motion.Missing));
    }

    [Fact]
    public void The_displacement_of_an_absolute_command_is_taken_where_the_demonstrations_were()
    {
        Normaliser certified = Entry("a", -1, 1) with { Statistics = Entry("a", -1, 1).Statistics! with { Mean = [0.5, 0.5] } };

        NullMotion motion = SpecDrift.Between(Spec(certified, ActionSpace.JointPosition, ActionReference.Absolute, 10, null), Entry("b", -1.2, 1.2)).Null;

        Assert.Equal(0.1, Rounded(motion.Rad));
    }

    [Fact]
    public void Degrees_are_turned_into_radians()
    {
        ExecutableSpec spec = Spec(Entry("a", -90, 90), ActionSpace.JointPosition, ActionReference.Absolute, 30, null);
        spec = spec with { Action = spec.Action with { Channels = [.. spec.Action.Channels.Select(channel => channel with { Unit = ChannelUnit.Degree })] } };

        NullMotion motion = SpecDrift.Between(spec, Entry("b", -60, 120)).Null;

        Assert.Equal(Math.PI / 6, motion.Rad!.Value, 1e-9);
    }

    [Fact]
    public void What_the_specification_does_not_say_is_named_and_never_guessed()
    {
        Assert.Equal(NullMotionGaps.Rate, Missing(spec => spec with { RateHz = null }));
        Assert.Equal(NullMotionGaps.Reference, Missing(spec => spec with { Reference = null, Quantity = ActionSpace.EePose }));
        Assert.Equal(NullMotionGaps.Execute, Missing(spec => spec with { Reference = ActionReference.RelativeChunk }));
        Assert.Equal(
            NullMotionGaps.TranslationScale | NullMotionGaps.RotationScale,
            Missing(spec => spec with { Channels = [.. spec.Channels.Select(channel => channel with { PhysicalPerCommand = null, PhysicalUnit = null })] }));
        Assert.Equal(
            NullMotionGaps.RotationForm,
            Missing(spec => spec with { Rotations = [new(RotationForm.Rot6d, ["roll", "pitch", "yaw"])] }));
    }

    private static NullMotionGaps Missing(Func<ActionSpec, ActionSpec> change)
    {
        ExecutableSpec spec = LiberoSpecs.Spec(LiberoSpecs.Printed["libero_goal"]);
        NullMotion motion = SpecDrift.Between(spec with { Action = change(spec.Action) }, LiberoSpecs.Printed["libero_10"]).Null;
        Assert.Null(motion.RadPerS);
        return motion.Missing;
    }

    private static NullMotion Of(ActionSpace quantity, ActionReference reference, double? rateHz, double offset, int? execute = null) =>
        SpecDrift.Between(Spec(Entry("a", -1, 1), quantity, reference, rateHz, execute), Entry("b", -1 + offset, 1 + offset)).Null;

    // The second joint gets half of the first one's offset.
    private static Normaliser Entry(string key, double min, double max) => new()
    {
        Key = key,
        Scheme = NormalisationScheme.MinMax,
        Statistics = new ActionStatistics { Channels = 2, Min = [min, (min - max) / 2], Max = [max, (max - min) / 2] },
    };

    private static ExecutableSpec Spec(Normaliser entry, ActionSpace quantity, ActionReference reference, double? rateHz, int? execute) => new()
    {
        Name = "arm",
        Unnormaliser = entry,
        Action = new ActionSpec
        {
            Quantity = quantity,
            Reference = reference,
            RateHz = rateHz,
            Execute = execute,
            Channels =
            [
                new() { Name = "elbow", Role = ChannelRole.Joint, Unit = ChannelUnit.Radian },
                new() { Name = "wrist", Role = ChannelRole.Joint, Unit = ChannelUnit.Radian },
            ],
        },
    };

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 9) : null;
}
