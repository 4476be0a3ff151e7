using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Gate.Probing;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Gate.Checks;

/// <summary>Checks that compare what is stated: channels, representation, rate, controller, observation, runtime.</summary>
public sealed class FactChecksTests
{
    private static readonly ExecutableSpec Full = GateSpecs.Full;

    [Fact]
    public void Another_order_of_channels_prints_both()
    {
        GateReport report = GateSpecs.Run(Full, WithAction(action => action with { Channels = [action.Channels[1], action.Channels[0], .. action.Channels.Skip(2)] }));
        Assert.Equal("channel order is y, x, z, roll, pitch, yaw, gripper; certified is x, y, z, roll, pitch, yaw, gripper", report.Failure("EX030").Text);
    }

    [Fact]
    public void Another_rotation_form_prints_both()
    {
        ExecutableSpec running = WithAction(action => action with { Rotations = [action.Rotations[0] with { Form = RotationForm.AxisAngle }] });
        string text = GateSpecs.Run(Full, running).Failure("EX033").Text;
        Assert.Equal(
            "rotation is axis_angle in roll, pitch, yaw, composed: add; certified is rpy_fixed in roll, pitch, yaw, composed: add", text);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(19.01, true)]
    [InlineData(20.99, true)]
    [InlineData(18.9, false)]
    [InlineData(21.1, false)]
    [InlineData(0, false)]
    [InlineData(double.NaN, false)]
    public void A_dry_run_within_five_percent_of_the_certified_rate_passes(double measuredHz, bool passes)
    {
        GateReport report = StartupGate.Run(Request(Full) with { MeasuredRateHz = measuredHz });
        Assert.Equal(passes, report.MayStart);
        if (!passes)
        {
            Assert.Contains("Hz; certified are 20 Hz", report.FirstCause!.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_serial_number_out_of_several_or_any_will_do()
    {
        ExecutableSpec Serial(params string[]? serials) => Full with { Controller = Full.Controller! with { Serials = serials } };
        Assert.True(GateSpecs.Run(Serial("A", "B"), Serial("B")).MayStart);
        Assert.True(GateSpecs.Run(Serial("*"), Serial("B")).MayStart);
        Assert.Equal(["EX053"], GateSpecs.Run(Serial("A", "B"), Serial("C")).FailedCodes());
        Assert.Equal(["EX053"], GateSpecs.Run(Serial("A", "B"), Serial("A", "C")).FailedCodes());
        Assert.Equal(["EX053"], GateSpecs.Run(Serial("A", "B"), Serial()).FailedCodes());
    }

    [Fact]
    public void Joints_are_compared_by_name_in_order()
    {
        GateReport report = GateSpecs.Run(Full, Full with { Controller = Full.Controller! with { JointOrder = ["joint_2", "joint_1"] } });
        Assert.Equal("joint order is joint_2, joint_1; certified is joint_1, joint_2", report.FirstCause!.Text);
    }

    [Fact]
    public void A_camera_that_is_missing_or_turned_is_named_by_its_role()
    {
        ObservationSpec seen = Full.Observation!;
        ExecutableSpec upright = Full with { Observation = seen with { Cameras = [seen.Cameras[0] with { RotateDeg = 0 }, seen.Cameras[1]] } };
        Assert.Equal("third_person camera's rotation in degrees is 0; certified is 180", GateSpecs.Run(Full, upright).FirstCause!.Text);
        ExecutableSpec one = Full with { Observation = seen with { Cameras = [seen.Cameras[0]] } };
        GateReport report = GateSpecs.Run(Full, one);
        Assert.Equal("cameras is third_person; certified is third_person, wrist", report.FirstCause!.Text);
        Assert.Contains(report.Failures, failure => failure.Text == "wrist camera's width is certified as 224 and nothing was observed");
    }

    [Fact]
    public void The_answer_to_a_fixed_observation_is_compared_within_its_tolerance()
    {
        GateReport Golden(double[] observed, double tolerance = 0.02) =>
            StartupGate.Run(Request(Full) with { GoldenChunk = new GoldenChunk([0.1, 0.2], observed, tolerance) });
        Assert.True(Golden([0.1, 0.21]).MayStart);
        Assert.Equal("the answer to the fixed observation differs by at most 0.1; tolerated are 0.02", Golden([0.1, 0.3]).Failure("EX070").Text);
        Assert.Equal(["EX070"], Golden([0.1, double.NaN]).FailedCodes());
        Assert.Equal(["EX070"], Golden([0.1]).FailedCodes());
        Assert.Equal(["EX070"], Golden([0.1, 0.2], double.NaN).FailedCodes());
    }

    [Fact]
    public void A_golden_chunk_of_nothing_proves_nothing() =>
        Assert.Equal(["EX070"], StartupGate.Run(Request(Full) with { GoldenChunk = new GoldenChunk([], [], 1) }).FailedCodes());

    [Fact]
    public void Another_library_is_refused_with_both_names()
    {
        GateReport report = GateSpecs.Run(Full, Full with { Policy = Full.Policy! with { Library = "openvla-oft" } });
        Assert.Equal("library is openvla-oft; certified is openvla", report.Failure("EX080").Text);
    }

    [Fact]
    public void What_files_do_not_tell_is_left_open_without_a_robot()
    {
        ExecutableSpec files = WithAction(action => action with { Reference = null, Channels = [.. action.Channels.Select(channel => channel with { Reference = null })], Rotations = [] });
        GateReport report = StartupGate.Run(Request(files) with { DecodePath = null, Scope = GateScope.WithoutRobot });
        Assert.True(report.MayStart, GateSpecs.Words(report));
        Assert.Equal(GateStatus.NotChecked, report.Finding("EX033").Status);
        Assert.Contains("EX034", GateSpecs.Run(Full, files).FailedCodes());
    }

    private static ExecutableSpec WithAction(Func<ActionSpec, ActionSpec> change) => Full with { Action = change(Full.Action) };

    private static GateRequest Request(ExecutableSpec running) =>
        new() { Certified = Full, Running = running, DecodePath = new SpecDecodePath(running) };
}
