using System.Xml;
using Interlock.Core.Diagnostics;

namespace Interlock.Cli.Urdf;

/// <summary>Reads the joints of a URDF file. Document types, entities and outside references are refused.</summary>
internal static class UrdfFile
{
    /// <summary>The largest published robot descriptions have a few hundred kilobytes without their meshes.</summary>
    private const int MaxBytes = 16 << 20;

    private const int MaxJoints = 4096;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxBytes,
        IgnoreComments = true,
        IgnoreWhitespace = true,
    };

    /// <exception cref="DiagnosticException">CT070: the file cannot be read or is not a URDF.</exception>
    public static UrdfRobot Read(string path, DiagnosticCollector findings)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return stream.Length > MaxBytes
                ? throw Unreadable(path, null, $"it is larger than {MaxBytes} bytes", "is this the right file?")
                : ReadRobot(stream, path, findings);
        }
        catch (XmlException exception)
        {
            throw Unreadable(path, exception.LineNumber, exception.Message, "export plain URDF without a document type");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, null, exception.Message, "check the path and its permissions");
        }
    }

    private static UrdfRobot ReadRobot(Stream stream, string path, DiagnosticCollector findings)
    {
        using XmlReader reader = XmlReader.Create(stream, Settings);
        reader.MoveToContent();
        if (reader.LocalName != "robot")
        {
            throw Unreadable(path, LineOf(reader), $"the root element is <{reader.LocalName}>, not <robot>", "is this the right file?");
        }

        string? name = reader.GetAttribute("name");
        List<UrdfJoint> joints = [];
        while (reader.Read())
        {
            RefuseXacro(reader, path);
            if (reader is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "joint" })
            {
                joints.Add(new UrdfJointReader(reader, path, findings).Read());
            }

            if (joints.Count > MaxJoints)
            {
                throw Unreadable(path, LineOf(reader), $"it has more than {MaxJoints} joints", "is this the right file?");
            }
        }

        return new UrdfRobot(name, joints);
    }

    private static void RefuseXacro(XmlReader reader, string path)
    {
        if (reader.NodeType == XmlNodeType.Element && reader.Prefix == "xacro")
        {
            throw Unreadable(path, LineOf(reader), $"<{reader.Name}> is a xacro macro", "expand it first: xacro robot.xacro > robot.urdf");
        }
    }

    internal static int LineOf(XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;

    private static DiagnosticException Unreadable(string path, int? line, string cause, string hint) =>
        new("CT070", $"not readable as URDF: {cause}", new SourcePlace(path, line), hint);
}
