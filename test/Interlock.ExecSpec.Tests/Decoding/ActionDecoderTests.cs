using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Decoding;

public sealed class ActionDecoderTests
{
    private static readonly ControllerSpec TakesTargets = new() { Reference = ActionReference.Absolute };

    [Fact]
    public void Offsets_from_the_start_of_a_chunk_are_added_to_the_state_there_except_on_absolute_channels()
    {
        ExecutableSpec spec = WithAbsolute(Specs.Joints(3, ActionReference.RelativeChunk), 2);
        ActionDecoder decoder = new(spec);
        double[] command = new double[6];
        decoder.Decode([1, 2, 3, 4, 5, 6], [10, 20, 30], [], command);
        Assert.Equal([11, 22, 3, 14, 25, 6], command);
        Assert.True(decoder.NeedsState);
        Assert.False(decoder.NeedsPreviousCommand);
    }

    [Fact]
    public void Displacements_add_up_from_the_previous_command_and_at_the_start_from_the_state()
    {
        ExecutableSpec spec = WithAbsolute(Specs.Joints(2, ActionReference.DeltaStep), 1, ChannelRole.Gripper) with { Controller = TakesTargets };
        ActionDecoder decoder = new(spec);
        double[] command = new double[6];
        decoder.Decode([1, 7, 2, 8, 3, 9], [10, 0], [], command);
        Assert.Equal([11, 7, 13, 8, 16, 9], command);
        decoder.Decode([1, 7, 2, 8, 3, 9], [10, 0], [100, 0], command);
        Assert.Equal([101, 7, 103, 8, 106, 9], command);
        Assert.True(decoder.NeedsPreviousCommand);
    }

    [Fact]
    public void A_controller_that_takes_displacements_gets_them()
    {
        ExecutableSpec spec = Specs.Joints(2, ActionReference.DeltaStep) with { Controller = new ControllerSpec { Kind = ControllerKind.OscPose } };
        double[] command = new double[2];
        new ActionDecoder(spec).Decode([1, 2], [], [], command);
        Assert.Equal([1, 2], command);
        new ActionDecoder(spec with { Controller = new ControllerSpec { Reference = ActionReference.DeltaStep } }).Decode([1, 2], [], [], command);
        Assert.Equal([1, 2], command);
    }

    [Fact]
    public void One_action_at_a_time_gives_the_chunk()
    {
        SeededRandom random = new(3);
        foreach (ActionReference reference in Enum.GetValues<ActionReference>())
        {
            Normaliser normaliser = Specs.Range(LibraryArithmetic.OpenPi, Specs.Normal(random, 12), [.. Enumerable.Repeat(5.0, 12)], timesteps: 4);
            ActionDecoder decoder = new(Specs.Joints(3, reference, normaliser) with { Controller = TakesTargets });
            double[] z = Specs.Normal(random, 12);
            double[] state = Specs.Normal(random, 3);
            double[] chunk = new double[12];
            decoder.Decode(z, state, [], chunk);
            double[] previous = [];
            for (int t = 0; t < 4; t++)
            {
                double[] command = new double[3];
                decoder.DecodeOne(z.AsSpan(3 * t, 3), t, state, previous, command);
                Assert.Equal(chunk[(3 * t)..(3 * (t + 1))], command);
                previous = command;
            }
        }
    }

    [Fact]
    public void Steps_come_in_the_order_unnormalise_gripper_reference()
    {
        ExecutableSpec spec = WithAbsolute(Specs.Joints(2, ActionReference.RelativeChunk, Specs.Range(LibraryArithmetic.Plain, [0, 0], [2, 10])), 1) with
        {
            Gripper = new() { Channel = "j1", PolicyOpen = 10, PolicyClosed = 0, Threshold = 6, ControllerOpen = -1, ControllerClosed = 1 },
        };
        double[] command = new double[4];
        new ActionDecoder(spec).Decode([0.5, 0.1, -0.5, 0.3], [100, 50], [], command);
        Assert.Equal([101.5, 1, 100.5, -1], command);
    }

    [Fact]
    public void Encode_undoes_decode_for_every_reference()
    {
        SeededRandom random = new(4);
        foreach (ActionReference reference in Enum.GetValues<ActionReference>())
        {
            ExecutableSpec spec = WithAbsolute(Specs.Joints(4, reference, Specs.Score(LibraryArithmetic.OpenPi, [1, 2, 3, 0], [1, 2, 3, 1])), 3, ChannelRole.Gripper) with
            {
                Controller = TakesTargets,
                Gripper = new() { Channel = "j3", PolicyOpen = 1, PolicyClosed = 0, ControllerOpen = -1, ControllerClosed = 1 },
            };
            ActionDecoder decoder = new(spec);
            double[] z = Specs.Normal(random, 40);
            double[] state = Specs.Normal(random, 4);
            double[] work = new double[40];
            decoder.Decode(z, state, [], work);
            Assert.True(decoder.Encode(work, state, [], work).IsFinite);
            Assert.All(z.Zip(work), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }
    }

    [Fact]
    public void Encode_counts_a_gripper_command_that_no_decoded_value_gives()
    {
        ExecutableSpec spec = Specs.Joints(2, null) with
        {
            Gripper = new() { Channel = "j1", PolicyOpen = 1, PolicyClosed = 0, Threshold = 0.5, ControllerOpen = -1, ControllerClosed = 1 },
        };
        double[] z = new double[4];
        Assert.Equal(new DecodeOutcome(1, 3), new ActionDecoder(spec).Encode([5, -1, 5, 0.3], [], [], z));
        Assert.Equal([5, 1, 5, double.NaN], z);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_finite_is_written_and_counted(double value)
    {
        ActionDecoder decoder = new(Specs.Joints(7, null, Specs.Range(LibraryArithmetic.GrootProcessor(NormalisationScheme.MinMax), new double[7], [1, 1, 1, 1, 1, 1, 1])));
        double[] z = new double[70];
        double[] command = new double[70];
        Assert.Equal(new DecodeOutcome(0, -1), decoder.Decode(z, [], [], command));
        (z[33], z[69]) = (value, -value);
        Assert.Equal(new DecodeOutcome(2, 33), decoder.Decode(z, [], [], command));
        Assert.False(double.IsFinite(command[33]) || double.IsFinite(command[69]));
    }

    [Fact]
    public void A_missing_number_makes_the_rest_of_its_channel_visible_when_displacements_add_up()
    {
        ActionDecoder decoder = new(Specs.Joints(2, ActionReference.DeltaStep) with { Controller = TakesTargets });
        double[] command = new double[8];
        Assert.Equal(new DecodeOutcome(3, 2), decoder.Decode([0, 0, double.NaN, 0, 0, 0, 0, 0], [1, 2], [], command));
        Assert.Equal([1, 2, double.NaN, 2, double.NaN, 2, double.NaN, 2], command);
    }

    [Fact]
    public void State_is_asked_for_where_it_is_needed()
    {
        ActionDecoder relative = new(Specs.Joints(2, ActionReference.RelativeChunk));
        Assert.Throws<ArgumentOutOfRangeException>(() => relative.Decode([1, 2], [], [], new double[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => relative.Decode([1, 2], [1], [], new double[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => relative.Decode([1, 2], [1, 2], [1], new double[2]));
        ActionDecoder sequential = new(Specs.Joints(2, ActionReference.DeltaStep) with { Controller = TakesTargets });
        Assert.Throws<ArgumentOutOfRangeException>(() => sequential.Decode([1, 2], [], [], new double[2]));
        Assert.True(sequential.Decode([1, 2], [], [3, 4], new double[2]).IsFinite);
    }

    [Fact]
    public void The_previous_command_may_not_lie_where_the_next_is_written()
    {
        ActionDecoder decoder = new(Specs.Joints(2, ActionReference.DeltaStep) with { Controller = TakesTargets });
        double[] command = new double[4];
        Assert.Throws<ArgumentException>(() => decoder.Decode([1, 2, 3, 4], [], command.AsSpan(2), command));
        Assert.Throws<ArgumentException>(() => decoder.Encode([1, 2, 3, 4], command.AsSpan(0, 2), [], command));
    }

    [Fact]
    public void An_inert_or_broken_unnormaliser_is_for_probing_only()
    {
        ExecutableSpec inert = Specs.Joints(1, null, Specs.Score(LibraryArithmetic.Plain, [1], [2]) with { Scheme = NormalisationScheme.Quantile });
        ExecutableSpec broken = Specs.Joints(1, null, Specs.Score(LibraryArithmetic.Plain, [double.PositiveInfinity], [2]));
        Assert.Equal(["EX240"], CodesOf(inert));
        Assert.Equal(["EX244"], CodesOf(broken));
        double[] command = new double[1];
        Assert.True(new ActionDecoder(inert, DecoderUse.Probe).Decode([0.4], [], [], command).IsFinite);
        Assert.Equal(0.4, command[0]);
        Assert.Equal(1, new ActionDecoder(broken, DecoderUse.Probe).Decode([0.4], [], [], command).NonFinite);
    }

    [Fact]
    public void Every_reason_is_reported_at_once()
    {
        ExecutableSpec spec = Specs.Joints(2, ActionReference.DeltaStep, Specs.Range(LibraryArithmetic.Plain, [0, 0, 0, 0], [1, 1, 1, 1], timesteps: 2)) with
        {
            Controller = new ControllerSpec { Kind = ControllerKind.JointPosition },
            Gripper = new() { Channel = "gripper", PolicyOpen = 1, PolicyClosed = 1, ControllerOpen = 1, ControllerClosed = 0 },
        };
        spec = spec with { Action = spec.Action with { Horizon = 3 } };
        Assert.Equal(["EX243", "EX242", "EX242", "EX241"], CodesOf(spec));
    }

    [Fact]
    public void A_gripper_that_is_mapped_cannot_be_an_offset_too()
    {
        ExecutableSpec spec = Specs.Joints(1, ActionReference.RelativeChunk) with
        {
            Gripper = new() { Channel = "j0", PolicyOpen = 1, PolicyClosed = 0, ControllerOpen = 1, ControllerClosed = 0 },
        };
        Assert.Equal(["EX241"], CodesOf(spec));
    }

    [Fact]
    public void Rotations_have_to_say_what_they_are_and_how_they_compose()
    {
        ExecutableSpec spec = Specs.OneRotation(RotationForm.AxisAngle, 3, ActionReference.DeltaStep, composition: null);
        Assert.Equal(["EX242"], CodesOf(spec));
        Assert.Empty(CodesOf(spec with { Controller = null }));
        Assert.Equal(["EX242"], CodesOf(Specs.OneRotation(RotationForm.QuatXyzw, 3, ActionReference.Absolute, RotationComposition.Add)));
        Assert.Equal(["EX242"], CodesOf(WithAbsolute(Specs.OneRotation(RotationForm.RpyFixed, 3, ActionReference.RelativeChunk, RotationComposition.Add), 1)));
    }

    [Fact]
    public void An_offset_along_the_axes_of_the_tool_is_not_added_to_a_position()
    {
        ExecutableSpec spec = Specs.Joints(1, ActionReference.DeltaStep) with { Controller = TakesTargets };
        spec = spec with { Action = spec.Action with { Channels = [spec.Action.Channels[0] with { Role = ChannelRole.Position, Frame = "tool" }] } };
        Assert.Equal(["EX242"], CodesOf(spec));
        Assert.Empty(CodesOf(spec with { Controller = null }));
    }

    private static ExecutableSpec WithAbsolute(ExecutableSpec spec, int channel, ChannelRole role = ChannelRole.Joint) => spec with
    {
        Action = spec.Action with
        {
            Channels = [.. spec.Action.Channels.Select((item, i) => i == channel ? item with { Reference = ActionReference.Absolute, Role = role } : item)],
        },
    };

    private static string[] CodesOf(ExecutableSpec spec)
    {
        try
        {
            _ = new ActionDecoder(spec);
            return [];
        }
        catch (DiagnosticException refusal)
        {
            return [.. refusal.Diagnostics.Select(item => item.Code)];
        }
    }
}
