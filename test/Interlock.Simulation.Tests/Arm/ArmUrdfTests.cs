using System.Globalization;
using System.Xml.Linq;
using Interlock.Core.Randomness;
using Interlock.Simulation.Arm;

namespace Interlock.Simulation.Tests.Arm;

public sealed class ArmUrdfTests
{
    private static readonly XElement Robot = XElement.Parse(ArmUrdf.Of(TableArm.Description));

    [Fact]
    public void Joints_are_named_as_the_channels_that_move_them()
    {
        string[] moving = [.. Robot.Elements("joint").Where(joint => (string?)joint.Attribute("type") != "fixed").Select(joint => (string)joint.Attribute("name")!)];

        Assert.Equal(TableArm.Description.ChannelNames, moving);
    }

    [Fact]
    public void Forward_kinematics_of_the_description_are_those_of_the_simulation()
    {
        KinematicChain chain = new(TableArm.Description);
        SeededRandom random = new(5);
        for (int trial = 0; trial < 200; trial++)
        {
            double[] joints = Configurations.Anywhere(random);
            chain.MoveTo(joints);

            double[] tool = PositionOf("tool", joints);

            Assert.Equal(chain.Tool.Position.X, tool[0], 1e-9);
            Assert.Equal(chain.Tool.Position.Y, tool[1], 1e-9);
            Assert.Equal(chain.Tool.Position.Z, tool[2], 1e-9);
        }
    }

    [Fact]
    public void A_link_is_drawn_from_its_joint_to_the_next()
    {
        foreach (XElement joint in Robot.Elements("joint").Where(joint => (string?)joint.Attribute("name") != TableArm.Description.Gripper.Name))
        {
            XElement visual = Robot.Elements("link").Single(link => (string?)link.Attribute("name") == (string?)joint.Element("parent")!.Attribute("link")).Element("visual")!;
            double[] end = Numbers(joint.Element("origin")!.Attribute("xyz")!);
            double[] middle = Numbers(visual.Element("origin")!.Attribute("xyz")!);
            double[] size = Numbers(visual.Element("geometry")!.Element("box")!.Attribute("size")!);
            Assert.All(Enumerable.Range(0, 3), i => Assert.InRange(end[i], middle[i] - (size[i] / 2), middle[i] + (size[i] / 2)));
            Assert.All(Enumerable.Range(0, 3), i => Assert.InRange(0, middle[i] - (size[i] / 2), middle[i] + (size[i] / 2)));
        }
    }

    // Written down independently of the simulation: homogeneous frames by Rodrigues' formula, from the link to the base.
    private static double[] PositionOf(string link, double[] angles)
    {
        double[] point = [0, 0, 0];
        while (Robot.Elements("joint").FirstOrDefault(joint => (string?)joint.Element("child")!.Attribute("link") == link) is { } joint)
        {
            if ((string?)joint.Attribute("type") == "revolute")
            {
                int index = TableArm.Description.Joints.Index().First(pair => pair.Item.Name == (string?)joint.Attribute("name")).Index;
                point = Turned(point, Numbers(joint.Element("axis")!.Attribute("xyz")!), angles[index]);
            }

            point = [.. point.Zip(Numbers(joint.Element("origin")!.Attribute("xyz")!), (a, b) => a + b)];
            link = (string)joint.Element("parent")!.Attribute("link")!;
        }

        return point;
    }

    private static double[] Turned(double[] p, double[] k, double angle)
    {
        (double sin, double cos) = Math.SinCos(angle);
        double along = (k[0] * p[0]) + (k[1] * p[1]) + (k[2] * p[2]);
        double[] cross = [(k[1] * p[2]) - (k[2] * p[1]), (k[2] * p[0]) - (k[0] * p[2]), (k[0] * p[1]) - (k[1] * p[0])];
        return [.. Enumerable.Range(0, 3).Select(i => (p[i] * cos) + (cross[i] * sin) + (k[i] * along * (1 - cos)))];
    }

    private static double[] Numbers(XAttribute attribute) => [.. attribute.Value.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
}
