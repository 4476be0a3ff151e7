using Interlock.Cli.Verbs.Simulated;
using Interlock.Cli.Verbs.Spec.Replay;
using Interlock.Evaluation.Substitution;
using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Specification;
using Interlock.Simulation.Displacements;
using Interlock.Simulation.Table;

namespace Interlock.Cli.Tests.Verbs.Spec;

public sealed class SubstitutionCatalogueTests
{
    private const int Joints = 6;

    private static readonly ExecutableSpec Spec = TableSpec.Of(
    [
        DisplacementSet.Record(TableTask.ToLeft, 10, seed: 1).Statistics,
        DisplacementSet.Record(TableTask.ToRight, 10, seed: 1).Statistics,
    ]);

    private static readonly Normaliser Certified = Spec.Unnormaliser;
    private static readonly Normaliser Other = Spec.Siblings[0];
    private static readonly Dictionary<string, ActionSubstitution> All =
        new SubstitutionCatalogue(Certified).All([Other]).ToDictionary(item => item.Name);

    /// <summary>Inside every quantile of the certified key, so that nothing is clipped.</summary>
    private static readonly double[] Inside = [0.004, -0.003, 0.002, 0.005, 0.0005, -0.006, 0.4];

    [Fact]
    public void The_identity_comes_first_and_restores_what_the_clip_leaves()
    {
        Assert.Equal("identity", All.First().Key);
        AssertClose(Inside, Decode("identity", Inside), 7);
        Assert.Equal(High(Certified, 0), Decode("identity", [1, 0, 0, 0, 0, 0, 1])[0], 9);
        Assert.Equal(1, Decode("identity, not clipped", [1, 0, 0, 0, 0, 0, 1])[0], 5);
    }

    [Fact]
    public void Another_key_is_the_affine_map_of_the_closed_form()
    {
        double[] decoded = Decode(Other.Key, Inside);

        for (int joint = 0; joint < Joints; joint++)
        {
            double alpha = Range(Other, joint) / Range(Certified, joint);
            double beta = Centre(Other, joint) - (alpha * Centre(Certified, joint));
            Assert.Equal((alpha * Inside[joint]) + beta, decoded[joint], 7);
        }
    }

    [Fact]
    public void Gain_only_keeps_the_centre_and_offset_only_the_scale()
    {
        double[] centre = [.. Enumerable.Range(0, Joints).Select(joint => Centre(Certified, joint)), 1];
        double[] gain = Decode($"{Other.Key}, gain only", centre);
        double[] offset = Decode($"{Other.Key}, offset only", Inside);

        AssertClose(centre, gain, 7);
        for (int joint = 0; joint < Joints; joint++)
        {
            Assert.Equal(Inside[joint] + Centre(Other, joint) - Centre(Certified, joint), offset[joint], 7);
        }
    }

    [Fact]
    public void Arm_and_wrist_are_substituted_apart()
    {
        double[] identity = Decode("identity", Inside);
        double[] full = Decode(Other.Key, Inside);

        Assert.Equal([.. full[..3], .. identity[3..]], Decode($"{Other.Key}, arm only", Inside));
        Assert.Equal([.. identity[..3], .. full[3..6], identity[6]], Decode($"{Other.Key}, wrist only", Inside));
    }

    [Fact]
    public void A_share_lies_between_the_recorded_and_the_substituted_action()
    {
        double[] full = Decode(Other.Key, Inside);

        Assert.Equal(full, Decode($"{Other.Key} at 1", Inside));
        AssertClose([.. Inside.Zip(full, (recorded, other) => (0.75 * recorded) + (0.25 * other))], Decode($"{Other.Key} at 0.25", Inside), 12);
    }

    [Fact]
    public void The_gripper_passes_unchanged_in_every_substitution_of_the_arm()
    {
        Assert.All(
            All.Values.Where(item => item.Kind != SubstitutionKind.Gripper),
            item => Assert.Equal(Inside[^1], Decode(item.Name, Inside)[^1]));
    }

    [Fact]
    public void Gripper_faults_turn_unmask_and_decide_it()
    {
        Assert.Equal(0.6, Decode("gripper polarity flipped", Inside)[^1], 12);
        double unmasked = Low(Certified, Joints) + ((Inside[^1] + 1) / 2 * (High(Certified, Joints) - Low(Certified, Joints)));
        Assert.Equal(unmasked, Decode("gripper unmasked", Inside)[^1], 9);
        Assert.Equal(0, Decode("gripper decided at 0.5", Inside)[^1]);
        Assert.Equal(1, Decode("gripper decided at 0", Inside)[^1]);
    }

    [Fact]
    public void A_key_without_statistics_sends_the_normalised_number_to_the_arm()
    {
        double z = (2 * (Inside[0] - Low(Certified, 0)) / (High(Certified, 0) - Low(Certified, 0))) - 1;

        Assert.Equal(z, Decode("statistics not found", Inside)[0], 5);
    }

    [Fact]
    public void An_idle_command_moves_by_the_bias_of_the_closed_form()
    {
        double[] idle = Decode(Other.Key, [0, 0, 0, 0, 0, 0, 1]);
        NullMotion motion = SpecDrift.Between(Spec, Other).Null;

        Assert.Equal("shoulder_pan", motion.LargestJoint);
        Assert.Equal(Math.Abs(idle[0]) * 30, motion.RadPerS!.Value, 5);
    }

    private static double[] Decode(string name, double[] action)
    {
        double[] decoded = new double[action.Length];
        All[name].Apply(action, decoded);
        return decoded;
    }

    private static double Low(Normaliser normaliser, int channel) => normaliser.Rows!.Value.First[channel];

    private static double High(Normaliser normaliser, int channel) => normaliser.Rows!.Value.Second[channel];

    private static double Range(Normaliser normaliser, int channel) => High(normaliser, channel) - Low(normaliser, channel);

    private static double Centre(Normaliser normaliser, int channel) => (High(normaliser, channel) + Low(normaliser, channel)) / 2;

    private static void AssertClose(double[] expected, double[] actual, int digits) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, digits));
}
