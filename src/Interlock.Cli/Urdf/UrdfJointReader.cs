using System.Globalization;
using System.Xml;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Cli.Urdf;

/// <summary>Reads one joint element and everything below it.</summary>
internal sealed class UrdfJointReader(XmlReader reader, string path, DiagnosticCollector findings)
{
    /// <summary>Reads to the end of the joint element on which the reader stands.</summary>
    public UrdfJoint Read()
    {
        UrdfJoint joint = new()
        {
            Name = reader.GetAttribute("name") ?? "",
            Type = reader.GetAttribute("type") ?? "",
            Line = UrdfFile.LineOf(reader),
        };
        if (reader.IsEmptyElement)
        {
            return joint;
        }

        int depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1)
            {
                joint = With(joint);
            }
        }

        return joint;
    }

    private UrdfJoint With(UrdfJoint joint) => reader.LocalName switch
    {
        "limit" => joint with
        {
            Lower = Number(joint, "lower"),
            Upper = Number(joint, "upper"),
            Velocity = Number(joint, "velocity"),
            Effort = Number(joint, "effort"),
        },
        "safety_controller" => joint with { SoftLower = Number(joint, "soft_lower_limit"), SoftUpper = Number(joint, "soft_upper_limit") },
        "mimic" => joint with { Mimics = reader.GetAttribute("joint") ?? "" },
        _ => joint,
    };

    private double? Number(UrdfJoint joint, string attribute)
    {
        if (reader.GetAttribute(attribute) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
        {
            return value;
        }

        SourcePlace place = new(path, UrdfFile.LineOf(reader), $"joint {Quoted.Of(joint.Name)} {reader.LocalName} {attribute}");
        findings.Warn(
            "CT073", $"{Quoted.Of(text)} is not a finite number; the limit is left out", place, "correct the URDF or the contract");
        return null;
    }
}
