using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Files.Reading;
using Interlock.ExecSpec.Files.Rules;
using Interlock.ExecSpec.Files.Writing;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files;

/// <summary>Reads and writes <c>*.execspec.json</c> files.</summary>
public static class SpecFile
{
    /// <summary>Format and version; the value of the key <c>interlock</c>.</summary>
    public const string FormatTag = "execspec/1";

    /// <summary>How the names of such files end.</summary>
    public const string Extension = ".execspec.json";

    /// <summary>Where <c>$schema</c> points editors to: the schema beside the file, as <c>interlock spec schema</c> prints it.</summary>
    public const string SchemaReference = "./execspec-v1.json";

    private const int BufferBytes = 1 << 16;

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">The file, at most 16 MiB.</param>
    /// <param name="collector">Takes every finding, warnings included; without it warnings are dropped.</param>
    /// <exception cref="DiagnosticException">The file cannot be read or is not a valid specification (EX100 to EX119).</exception>
    public static ExecutableSpec Load(string path, DiagnosticCollector? collector = null)
    {
        DiagnosticCollector findings = collector ?? new DiagnosticCollector();
        ExecutableSpec? spec = Read(ReadBytes(path), path, findings);
        findings.ThrowIfErrors();
        return spec!;
    }

    /// <summary>Reads and checks the bytes of a file.</summary>
    /// <param name="bytes">The JSON document in UTF-8, at most 16 MiB.</param>
    /// <param name="fileName">The file as findings name it; its stem is the specification's name when the document states none.</param>
    /// <param name="collector">Takes every finding (EX100 to EX119).</param>
    /// <returns>The specification, or null when there was an error.</returns>
    public static ExecutableSpec? Read(ReadOnlySpan<byte> bytes, string fileName, DiagnosticCollector collector)
    {
        ArgumentNullException.ThrowIfNull(collector);
        try
        {
            RefuseTooLarge(bytes.Length, fileName);
            return Build(RootOf(JsonTree.Read(bytes, fileName), fileName), fileName, collector);
        }
        catch (DiagnosticException exception)
        {
            foreach (Diagnostic item in exception.Diagnostics)
            {
                collector.Add(item);
            }

            return null;
        }
    }

    /// <summary>
    /// Writes a specification: UTF-8, keys in a fixed order, shortest numbers that read back as themselves, equal bytes for equal
    /// specifications. Reading the bytes gives the same specification.
    /// </summary>
    /// <param name="spec">The specification.</param>
    /// <param name="output">Where it goes; stays open.</param>
    /// <exception cref="DiagnosticException">The specification breaks a rule that reading would report; nothing was written.</exception>
    public static void Write(ExecutableSpec spec, Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        DiagnosticCollector findings = new();
        SpecRules.Check(spec, findings);
        findings.ThrowIfErrors();
        output.Write(SpecWriter.Bytes(spec, DocumentScope.File));
    }

    private static ExecutableSpec? Build(JsonMap root, string fileName, DiagnosticCollector collector)
    {
        ReadingReport report = new(fileName, collector);
        ExecutableSpec spec = SpecReader.Read(root, StemOf(fileName), report);
        DiagnosticCollector ruled = new();
        SpecRules.Check(spec, new RuleReport(ruled, report.PlaceOf));
        foreach (Diagnostic item in ruled.Items.Where(item => !report.HasErrors || !report.MayBeConsequence(item.Place?.Key ?? "")))
        {
            collector.Add(item);
        }

        return report.HasErrors || ruled.HasErrors ? null : spec;
    }

    /// <summary>Another format or version is one finding and not a hundred.</summary>
    private static JsonMap RootOf(JsonValue document, string fileName)
    {
        JsonEntry? tag = (document as JsonMap)?.Entries.FirstOrDefault(entry => entry.Key == SpecKeys.Tag);
        if (tag?.Value is JsonText { Value: FormatTag })
        {
            return (JsonMap)document;
        }

        string cause = tag?.Value switch
        {
            JsonText other => $"format {Quoted.Of(other.Value)} is not known",
            { } value => $"{value.Kind} stands where the format is needed",
            null => "the format tag 'interlock' is missing",
        };
        SourcePlace place = new(fileName, tag?.Line ?? document.Line, SpecKeys.Tag);
        throw new DiagnosticException("EX103", cause, place, $"a specification begins with \"{SpecKeys.Tag}\": \"{FormatTag}\"");
    }

    private static string StemOf(string fileName)
    {
        string stem = Path.GetFileName(fileName).Split('.')[0].Trim();
        return stem.Length == 0 ? "unnamed" : stem;
    }

    private static ReadOnlySpan<byte> ReadBytes(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            using MemoryStream bytes = new();
            byte[] buffer = new byte[BufferBytes];
            for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                bytes.Write(buffer, 0, read);
                RefuseTooLarge(bytes.Length, path);
            }

            return bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DiagnosticException("EX100", "there is no such file", SourcePlace.OfFile(path), "check the path");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string cause = $"the file cannot be read: {exception.Message.TrimEnd('.')}";
            throw new DiagnosticException("EX100", cause, SourcePlace.OfFile(path), "check the path and its permissions");
        }
    }

    private static void RefuseTooLarge(long length, string file)
    {
        if (length > SpecLimits.MaxFileBytes)
        {
            throw new DiagnosticException(
                "EX101", $"the file is larger than {SpecLimits.MaxFileBytes} bytes", SourcePlace.OfFile(file), "is this the right file?");
        }
    }
}
