using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Interlock.Recording.Flight.Encoding;
using Interlock.Recording.Flight.Session;

namespace Interlock.Recording.Ros2.Robot;

/// <summary>The joints of a URDF (http://wiki.ros.org/urdf/XML/joint). Document types, entities and outside references are refused.</summary>
internal sealed class RobotJoints(FlightLayout layout)
{
    // No arm has as many; a file that claims more is none.
    private const int MostJoints = 512;
    private const int MostCharacters = 16 << 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        MaxCharactersInDocument = MostCharacters,
    };

    // What stands before or behind a joint's name where people name channels after them; the dashboard matches so as well.
    private static readonly string[] Affixes = ["joint_", "_joint", ".pos", "_position"];

    /// <returns>Null when it is not a URDF in which every link hangs on one joint at most.</returns>
    public IReadOnlyList<RobotJoint>? Read(byte[] urdf)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(urdf), Settings);
            XElement robot = XDocument.Load(reader).Root!;
            XElement[] joints = [.. robot.Elements("joint")];
            if (robot.Name.LocalName != "robot" || joints.Length is 0 or > MostJoints)
            {
                return null;
            }

            RobotJoint[] read = [.. joints.Select(Joint)];
            return read.Select(joint => joint.Child).Distinct().Count() == read.Length ? read : null;
        }
        catch (Exception exception) when (exception is XmlException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private RobotJoint Joint(XElement joint)
    {
        XElement? mimic = joint.Element("mimic");
        double multiplier = Number(mimic?.Attribute("multiplier"), 1);
        JointMotion motion = Motion((string?)joint.Attribute("type"));
        int? channel = motion == JointMotion.None ? null : Channel((string?)(mimic ?? joint).Attribute(mimic is null ? "name" : "joint") ?? "");
        return new RobotJoint(
            Link(joint, "parent"),
            Link(joint, "child"),
            motion,
            Vector(joint.Element("origin")?.Attribute("xyz"), [0, 0, 0]),
            Rotation.OfRollPitchYaw(Vector(joint.Element("origin")?.Attribute("rpy"), [0, 0, 0])),
            Unit(Vector(joint.Element("axis")?.Attribute("xyz"), [1, 0, 0])),
            channel,
            channel is { } index ? JointUnits.ToSi(layout.Units[index]) * multiplier : 1,
            Number(mimic?.Attribute("offset"), 0));
    }

    private static JointMotion Motion(string? type) => type switch
    {
        "revolute" or "continuous" => JointMotion.Turns,
        "prismatic" => JointMotion.Slides,
        _ => JointMotion.None,
    };

    // A percentage or ticks do not say how far a joint went.
    private int? Channel(string name)
    {
        int index = layout.Channels.ToList().FindIndex(channel => Bare(channel) == Bare(name));
        return index >= 0 && JointUnits.IsJoint(layout.Units[index]) ? index : null;
    }

    private static string Bare(string name) => Affixes.Aggregate(name, (bare, affix) => bare.Replace(affix, "", StringComparison.Ordinal));

    private static string Link(XElement joint, string end) =>
        (string?)joint.Element(end)?.Attribute("link") is { Length: > 0 } link ? link : throw new FormatException(end);

    private static double[] Unit(double[] axis)
    {
        double length = Math.Sqrt((axis[0] * axis[0]) + (axis[1] * axis[1]) + (axis[2] * axis[2]));
        return length > 0 && double.IsFinite(length) ? [axis[0] / length, axis[1] / length, axis[2] / length] : throw new FormatException("axis");
    }

    private static double Number(XAttribute? attribute, double absent) => attribute is null ? absent : Finite(attribute.Value);

    private static double[] Vector(XAttribute? attribute, double[] absent)
    {
        double[] numbers = attribute is null ? absent : [.. attribute.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Finite)];
        return numbers.Length == 3 ? numbers : throw new FormatException(attribute!.Value);
    }

    private static double Finite(string word) =>
        double.Parse(word, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) ? number : throw new FormatException(word);
}
