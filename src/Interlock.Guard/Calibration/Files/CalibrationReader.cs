using System.Text.Json;
using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Guard.Calibration.Models;

namespace Interlock.Guard.Calibration.Files;

/// <summary>Reads a <c>*.calibration.json</c>.</summary>
public static class CalibrationReader
{
    /// <summary>Largest file, in bytes: a thousand times the size of a usual one.</summary>
    public const int LargestFile = 64 << 20;

    private const int LargestDepth = 8;

    /// <summary>Reads from the bytes of a file.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="DiagnosticException">The file cannot be used (GD400 to GD405); carries every finding.</exception>
    public static GuardCalibration Read(ReadOnlyMemory<byte> utf8, string? file = null)
    {
        if (utf8.Length > LargestFile)
        {
            throw Unreadable($"the file has {utf8.Length} bytes, at most {LargestFile} are read", file);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(
                utf8,
                new JsonDocumentOptions { MaxDepth = LargestDepth, AllowDuplicateProperties = false });
            return Read(document.RootElement, file);
        }
        catch (JsonException exception)
        {
            throw Unreadable($"the file is not JSON: {exception.Message}", file, (int?)exception.LineNumber + 1);
        }
        catch (InvalidOperationException exception)
        {
            // A string with half a surrogate pair parses and cannot be read.
            throw Unreadable($"the file holds text that is not Unicode: {exception.Message}", file);
        }
    }

    /// <summary>Reads from a stream to its end.</summary>
    /// <inheritdoc cref="Read(ReadOnlyMemory{byte}, string?)"/>
    public static GuardCalibration Read(Stream input, string? file = null)
    {
        using MemoryStream buffer = new();
        byte[] block = new byte[1 << 16];
        for (int read = input.Read(block); read > 0 && buffer.Length <= LargestFile; read = input.Read(block))
        {
            buffer.Write(block, 0, read);
        }

        return Read(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), file);
    }

    /// <summary>Refuses a calibration that was made for other channels (GD406).</summary>
    public static void RequireSameChannels(GuardCalibration calibration, SafetyContract contract, string? file = null)
    {
        IEnumerable<string> names = contract.Channels.Select(channel => channel.Name);
        if (!calibration.Channels.SequenceEqual(names))
        {
            throw new DiagnosticException(
                CalibrationCodes.OtherChannels,
                $"the calibration is for channels {string.Join(", ", calibration.Channels)}, the contract has {string.Join(", ", names)}",
                new SourcePlace(file, Key: "channels"),
                "calibrate again for this contract");
        }
    }

    private static GuardCalibration Read(JsonElement root, string? file)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Unreadable("the file does not hold an object", file);
        }

        DiagnosticCollector findings = new();
        CalibrationNode node = new(root, file, "", findings);
        RequireVersion(node, findings);
        string[] channels = node.Names("channels");
        RequireDistinct(channels, node);
        GuardCalibration calibration = new()
        {
            Name = node.Text("name"),
            Channels = channels,
            Coverage = Coverage(node.Child("coverage"), channels.Length),
            Provenance = Provenance(node.Child("provenance")),
            Models = ModelReader.Read(node.Child("models"), channels.Length),
            Alarms = AlarmReader.Read(node.Child("alarms")),
        };
        node.RefuseOthers();
        findings.ThrowIfErrors();
        return calibration;
    }

    private static void RequireVersion(CalibrationNode node, DiagnosticCollector findings)
    {
        string version = node.Text("interlock");
        if (version != GuardCalibration.FormatTag)
        {
            node.Error(CalibrationCodes.WrongVersion, $"the format is '{version}', this program reads '{GuardCalibration.FormatTag}'", "interlock");
            findings.ThrowIfErrors();
        }
    }

    private static void RequireDistinct(string[] channels, CalibrationNode node)
    {
        if (channels.Length == 0 || channels.Distinct().Count() != channels.Length)
        {
            node.Error(CalibrationCodes.WrongLength, "channels has to name at least one channel, and each once", "channels");
        }
    }

    private static CoverageStatement Coverage(CalibrationNode? node, int channels)
    {
        bool guaranteed = node?.Flag("guaranteed") ?? false;
        BoxKind box = node?.Member<BoxKind>("box") ?? default;
        int count = !guaranteed ? 0 : box == BoxKind.Joint ? 1 : channels;
        CoverageStatement coverage = new()
        {
            Alpha = node?.Number("alpha", 0, 1) ?? double.NaN,
            Guarantee = node?.Member<CoverageGuarantee>("guarantee") ?? default,
            Box = box,
            Guaranteed = guaranteed,
            Thresholds = node?.Numbers("thresholds", count) ?? [],
            Words = node?.Text("words") ?? "",
        };
        node?.RefuseOthers();
        return coverage;
    }

    private static CalibrationProvenance Provenance(CalibrationNode? node)
    {
        CalibrationProvenance provenance = new()
        {
            Source = node?.Text("source") ?? "",
            DataSha256 = node?.Text("data_sha256") ?? "",
            OptionsSha256 = node?.Text("options_sha256") ?? "",
            ToolVersion = node?.Text("tool_version") ?? "",
            Seed = node?.Seed("seed") ?? 0,
            FitEpisodes = node?.WholeNumbers("fit_episodes") ?? [],
            CalibrationEpisodes = node?.WholeNumbers("calibration_episodes") ?? [],
            HoldoutEpisodes = node?.WholeNumbers("holdout_episodes") ?? [],
        };
        node?.RefuseOthers();
        return provenance;
    }

    private static DiagnosticException Unreadable(string message, string? file, int? line = null) =>
        new(CalibrationCodes.NotACalibration, message, new SourcePlace(file, line));
}
