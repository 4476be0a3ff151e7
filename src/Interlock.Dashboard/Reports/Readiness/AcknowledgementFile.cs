using System.Globalization;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Reports.Building;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>Reads <c>*.ack.yaml</c> (<c>ack/1</c>, <c>docs/report.md</c>). An entry that lacks something is no acknowledgement.</summary>
internal static class AcknowledgementFile
{
    public const string Pattern = "*.ack.yaml";
    private const string FormatTag = "ack/1";
    public const string DateFormat = "yyyy-MM-dd";
    private const long MostBytes = 64 << 10;

    /// <exception cref="DiagnosticException">RC060: it cannot be used.</exception>
    public static IReadOnlyList<Acknowledgement> Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                throw Wrong(path, $"it is larger than {MostBytes} bytes");
            }

            YamlStream stream = [];
            using StringReader reader = new(File.ReadAllText(path));
            stream.Load(reader);
            return Entries(stream.Documents.FirstOrDefault()?.RootNode as YamlMappingNode ?? throw Wrong(path, "it is empty"), path);
        }
        catch (Exception exception) when (exception is YamlException or IOException or UnauthorizedAccessException)
        {
            throw Wrong(path, exception.Message.TrimEnd('.'));
        }
    }

    private static Acknowledgement[] Entries(YamlMappingNode root, string path)
    {
        if (YamlParts.Scalar(root, "interlock") != FormatTag)
        {
            throw Wrong(path, $"it does not begin with 'interlock: {FormatTag}'");
        }

        string? robot = YamlParts.Scalar(root, "robot");
        return YamlParts.Child(root, "acknowledgements") is YamlSequenceNode list
            ? [.. list.Children.Select(entry => Entry(entry as YamlMappingNode ?? throw Wrong(path, "an acknowledgement is a mapping"), robot, path))]
            : throw Wrong(path, "it has no list 'acknowledgements'");
    }

    private static Acknowledgement Entry(YamlMappingNode entry, string? robot, string path)
    {
        string date = Required("date");
        return DateOnly.TryParseExact(date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? new Acknowledgement(Required("subject"), Required("name"), date, Required("statement"), robot, Path.GetFileName(path))
            : throw Wrong(path, $"'{date}' is no date of the form {DateFormat}");

        string Required(string key) => YamlParts.Scalar(entry, key) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Wrong(path, $"an acknowledgement has no '{key}'");
    }

    private static DiagnosticException Wrong(string path, string why) =>
        new("RC060", $"the acknowledgement cannot be used: {why}", SourcePlace.OfFile(path), "docs/report.md shows one; a person writes it");
}
