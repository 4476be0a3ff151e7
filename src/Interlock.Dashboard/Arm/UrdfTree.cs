using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Interlock.Dashboard.Arm;

/// <summary>The tree of links of a URDF. Document types, entities and outside references are refused.</summary>
internal static class UrdfTree
{
    private const int MostLinks = 512;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true };

    // What stands before or behind a joint's name where people name channels after them.
    private static readonly string[] Affixes = ["joint_", "_joint", ".pos", "_position"];

    /// <returns>Null when it is not a URDF or not one tree.</returns>
    public static ArmModel? Read(ReadOnlyMemory<byte> urdf, IReadOnlyList<string> channels, IReadOnlyList<string> units)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(urdf.ToArray()), Settings);
            XElement robot = XDocument.Load(reader).Root!;
            return robot.Name.LocalName == "robot" ? Tree(robot, channels, units) : null;
        }
        catch (Exception exception) when (exception is XmlException or FormatException)
        {
            return null;
        }
    }

    private static ArmModel? Tree(XElement robot, IReadOnlyList<string> channels, IReadOnlyList<string> units)
    {
        Dictionary<string, XElement> joints = [];
        foreach (XElement joint in robot.Elements("joint"))
        {
            joints[(string?)joint.Element("child")?.Attribute("link") ?? ""] = joint;
        }

        string[] names = [.. robot.Elements("link").Select(link => (string?)link.Attribute("name") ?? "")];
        string[] roots = [.. names.Where(name => !joints.ContainsKey(name))];
        if (roots.Length != 1 || names.Length > MostLinks)
        {
            return null;
        }

        ILookup<string, string> children = joints.ToLookup(pair => (string?)pair.Value.Element("parent")?.Attribute("link") ?? "", pair => pair.Key);
        List<ArmLink> links = [new ArmLink(roots[0], null, null)];
        for (int i = 0; i < links.Count && links.Count <= MostLinks; i++)
        {
            links.AddRange(children[links[i].Name].Select(child => new ArmLink(child, links[i].Name, Joint(joints[child], channels, units))));
        }

        return new ArmModel(links, "Links are drawn as straight lines between joints; meshes are not shown.");
    }

    private static ArmJoint Joint(XElement joint, IReadOnlyList<string> channels, IReadOnlyList<string> units)
    {
        string name = (string?)joint.Attribute("name") ?? "";
        int channel = channels.ToList().FindIndex(candidate => Bare(candidate) == Bare(name));
        return new ArmJoint(
            name,
            channel < 0 ? null : channels[channel],
            (string?)joint.Attribute("type") ?? "fixed",
            Vector(joint.Element("axis")?.Attribute("xyz"), [1, 0, 0]),
            new ArmOrigin(Vector(joint.Element("origin")?.Attribute("xyz"), [0, 0, 0]), Vector(joint.Element("origin")?.Attribute("rpy"), [0, 0, 0])),
            channel < 0 ? "" : units[channel]);
    }

    private static string Bare(string name) => Affixes.Aggregate(name, (bare, affix) => bare.Replace(affix, "", StringComparison.Ordinal));

    private static double[] Vector(XAttribute? attribute, double[] absent)
    {
        if (attribute is null)
        {
            return absent;
        }

        double[] numbers = [.. attribute.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        return numbers.Length == 3 && numbers.All(double.IsFinite) ? numbers : throw new FormatException(attribute.Value);
    }
}
