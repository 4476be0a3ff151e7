using System.Globalization;
using System.Text;
using System.Xml;
using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.Arm;

/// <summary>An arm as a URDF that viewers draw: links as boxes from joint to joint, and joints named as the channels that move them.</summary>
public static class ArmUrdf
{
    // How thick links and fingers are drawn, m; the simulation has no shapes.
    private const double LinkM = 0.03;
    private const double FingerM = 0.012;

    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };

    /// <summary>The text. Lengths in m, angles in rad; the gripper's joint moves one finger away from the other, which sits at the tool.</summary>
    public static string Of(ArmDescription arm)
    {
        StringBuilder text = new();
        using (XmlWriter writer = XmlWriter.Create(text, Settings))
        {
            writer.WriteStartElement("robot");
            writer.WriteAttributeString("name", arm.Name);
            Vector3d[] ends = [.. arm.Joints.Select(joint => joint.OffsetM), arm.ToolOffsetM];
            Link(writer, "base", ends[0], LinkM);
            string parent = "base";
            foreach ((int i, JointDescription joint) in arm.Joints.Index())
            {
                string child = $"{joint.Name}_link";
                Link(writer, child, ends[i + 1], LinkM);
                Joint(writer, joint.Name, "revolute", parent, child, joint.OffsetM, joint.Axis, (joint.MinRad, joint.MaxRad, joint.MaxVelocityRadPerS));
                parent = child;
            }

            Link(writer, "tool", Vector3d.Zero, FingerM);
            Joint(writer, "tool", "fixed", parent, "tool", arm.ToolOffsetM, axis: null, limit: null);
            Link(writer, "finger", Vector3d.Zero, FingerM);
            Joint(writer, arm.Gripper.Name, "prismatic", "tool", "finger", Vector3d.Zero, new Vector3d(0, 1, 0), (0, arm.Gripper.MaxOpeningM, arm.Gripper.MaxVelocityMPerS));
            writer.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    // A box around the straight line from the joint to the next one.
    private static void Link(XmlWriter writer, string name, Vector3d end, double thicknessM)
    {
        Vector3d size = new(Math.Abs(end.X) + thicknessM, Math.Abs(end.Y) + thicknessM, Math.Abs(end.Z) + thicknessM);
        writer.WriteStartElement("link");
        writer.WriteAttributeString("name", name);
        writer.WriteStartElement("visual");
        Element(writer, "origin", ("xyz", Words(0.5 * end)), ("rpy", "0 0 0"));
        writer.WriteStartElement("geometry");
        Element(writer, "box", ("size", Words(size)));
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Joint(
        XmlWriter writer, string name, string type, string parent, string child, Vector3d offset, Vector3d? axis, (double Lower, double Upper, double Velocity)? limit)
    {
        writer.WriteStartElement("joint");
        writer.WriteAttributeString("name", name);
        writer.WriteAttributeString("type", type);
        Element(writer, "parent", ("link", parent));
        Element(writer, "child", ("link", child));
        Element(writer, "origin", ("xyz", Words(offset)), ("rpy", "0 0 0"));
        if (axis is { } moves)
        {
            Element(writer, "axis", ("xyz", Words(moves)));
        }

        if (limit is { } range)
        {
            // Effort is required by the format; the description has none, and nobody reads it here.
            Element(writer, "limit", ("lower", Word(range.Lower)), ("upper", Word(range.Upper)), ("velocity", Word(range.Velocity)), ("effort", "0"));
        }

        writer.WriteEndElement();
    }

    private static void Element(XmlWriter writer, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        writer.WriteStartElement(name);
        foreach ((string key, string value) in attributes)
        {
            writer.WriteAttributeString(key, value);
        }

        writer.WriteEndElement();
    }

    private static string Words(Vector3d vector) => $"{Word(vector.X)} {Word(vector.Y)} {Word(vector.Z)}";

    private static string Word(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
