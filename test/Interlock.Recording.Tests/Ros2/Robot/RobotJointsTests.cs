using System.Text;
using Interlock.Core.Units;
using Interlock.Recording.Ros2.Robot;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Recording.Tests.Ros2.Robot;

public sealed class RobotJointsTests
{
    private const double Tolerance = 1e-15;

    [Fact]
    public void A_turning_joint_takes_degrees_of_its_channel()
    {
        RobotJoint joint = One("""<joint name="shoulder" type="revolute"><parent link="a"/><child link="b"/><origin xyz="1 2 3"/><axis xyz="0 0 2"/></joint>""");
        ((double x, double y, double z), Rotation rotation) = joint.Pose([90, 0, 0])!.Value;
        Assert.Equal((1, 2, 3), (x, y, z));
        Assert.Equal(Math.Sqrt(0.5), rotation.Z, Tolerance);
        Assert.Equal(Math.Sqrt(0.5), rotation.W, Tolerance);
    }

    [Fact]
    public void A_sliding_joint_moves_along_its_axis_in_the_parent()
    {
        RobotJoint joint = One("""<joint name="elbow_joint" type="prismatic"><parent link="a"/><child link="b"/><origin xyz="1 0 0" rpy="0 0 1.5707963267948966"/><axis xyz="1 0 0"/></joint>""");
        (double x, double y, double z) = joint.Pose([0, 0.5, 0])!.Value.Translation;
        Assert.Equal([1, 0.5, 0], new[] { x, y, z }, (a, b) => Math.Abs(a - b) < Tolerance);
    }

    [Fact]
    public void A_joint_that_follows_another_takes_its_channel_times_its_multiplier()
    {
        RobotJoint joint = One("""<joint name="second" type="prismatic"><parent link="a"/><child link="b"/><axis xyz="0 1 0"/><mimic joint="elbow" multiplier="-2" offset="0.1"/></joint>""");
        Assert.Equal(0.1 - 1.0, joint.Pose([0, 0.5, 0])!.Value.Translation.Y, Tolerance);
    }

    [Fact]
    public void A_percentage_does_not_move_a_joint() => Assert.False(
        One("""<joint name="gripper" type="prismatic"><parent link="a"/><child link="b"/></joint>""").Moves);

    [Fact]
    public void What_was_measured_as_no_number_has_no_pose() => Assert.Null(
        One("""<joint name="elbow" type="continuous"><parent link="a"/><child link="b"/></joint>""").Pose([0, double.NaN, 0]));

    [Theory]
    [InlineData("")]
    [InlineData("<robot/>")]
    [InlineData("<sdf><joint/></sdf>")]
    [InlineData("""<!DOCTYPE robot [<!ENTITY a "b">]><robot><joint type="fixed"><parent link="a"/><child link="&a;"/></joint></robot>""")]
    [InlineData("""<robot><joint name="j" type="fixed"><child link="b"/></joint></robot>""")]
    [InlineData("""<robot><joint name="j" type="revolute"><parent link="a"/><child link="b"/><axis xyz="0 0 0"/></joint></robot>""")]
    [InlineData("""<robot><joint name="j" type="revolute"><parent link="a"/><child link="b"/><origin xyz="1 NaN 0"/></joint></robot>""")]
    [InlineData("""<robot><joint name="j" type="revolute"><parent link="a"/><child link="b"/><origin xyz="1 1e999 0"/></joint></robot>""")]
    [InlineData("""<robot><joint name="j" type="revolute"><parent link="a"/><child link="b"/><origin xyz="1 2"/></joint></robot>""")]
    [InlineData("""<robot><joint type="fixed"><parent link="a"/><child link="b"/></joint><joint type="fixed"><parent link="c"/><child link="b"/></joint></robot>""")]
    public void What_is_no_description_that_can_be_posed_is_refused(string text) => Assert.Null(Read(text));

    private static RobotJoint One(string joint) => Assert.Single(Read($"<robot>{joint}</robot>")!);

    private static IReadOnlyList<RobotJoint>? Read(string text) => new RobotJoints(FlightSample.Layout with
    {
        Channels = ["shoulder.pos", "elbow.pos", "gripper.pos"],
        Units = [ChannelUnit.Degree, ChannelUnit.Metre, ChannelUnit.Percent],
    }).Read(Encoding.UTF8.GetBytes(text));
}
