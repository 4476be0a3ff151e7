using System.Text;
using Interlock.Core.Contract.Rules;
using Interlock.Core.Diagnostics;

namespace Interlock.Core.Contract.Reading;

/// <summary>Reads <c>*.contract.yaml</c> files.</summary>
public static class ContractFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads and checks a contract file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="collector">Takes every finding, warnings included; without it warnings are dropped.</param>
    /// <exception cref="DiagnosticException">The file cannot be read or is not a valid contract (CT codes).</exception>
    public static SafetyContract Load(string path, DiagnosticCollector? collector = null)
    {
        DiagnosticCollector findings = collector ?? new DiagnosticCollector();
        SafetyContract? contract = Parse(ReadText(path), path, findings);
        findings.ThrowIfErrors();
        return contract!;
    }

    /// <summary>Reads and checks the text of a contract.</summary>
    /// <param name="text">The YAML document, at most 1 MiB.</param>
    /// <param name="fileName">The file as findings name it; its stem is the contract's name when the text states none.</param>
    /// <param name="collector">Takes every finding.</param>
    /// <returns>The contract, or null when there was an error.</returns>
    public static SafetyContract? Parse(string text, string fileName, DiagnosticCollector collector)
    {
        try
        {
            RefuseTooLarge(text.Length, fileName);
            return YamlTree.Read(text, fileName) is YamlMap root
                ? Build(root, fileName, collector)
                : throw new DiagnosticException("CT005", "the file holds no contract", new SourcePlace(fileName, 1), $"begin with interlock: {SafetyContract.FormatTag}");
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

    private static SafetyContract? Build(YamlMap root, string fileName, DiagnosticCollector collector)
    {
        ReadingReport report = new(fileName, collector);
        SafetyContract contract = ContractReader.Read(root, StemOf(fileName), report);
        DiagnosticCollector ruled = new();
        ContractRules.Check(contract, new RuleReport(ruled, report.PlaceOf));
        foreach (Diagnostic item in ruled.Items.Where(item => !report.HasErrors || !report.MayBeConsequence(item.Place?.Key ?? "")))
        {
            collector.Add(item);
        }

        return report.HasErrors || ruled.HasErrors ? null : contract;
    }

    private static string StemOf(string fileName)
    {
        string stem = Path.GetFileName(fileName).Split('.')[0];
        return stem.Length == 0 ? "unnamed" : stem;
    }

    private static string ReadText(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            using MemoryStream bytes = new();
            byte[] buffer = new byte[1 << 14];
            for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                bytes.Write(buffer, 0, read);
                RefuseTooLarge(bytes.Length, path);
            }

            return StrictUtf8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF');
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DiagnosticException("CT001", "there is no such file", SourcePlace.OfFile(path), "check the path");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException("CT001", $"the file cannot be read: {exception.Message.TrimEnd('.')}", SourcePlace.OfFile(path), "check the path and its permissions");
        }
        catch (DecoderFallbackException exception)
        {
            throw new DiagnosticException("CT001", "the file is not UTF-8 text", new SourcePlace(path, null, $"byte {exception.Index}"), "save it as UTF-8");
        }
    }

    private static void RefuseTooLarge(long length, string file)
    {
        if (length > ContractLimits.MaxFileBytes)
        {
            throw new DiagnosticException("CT002", $"the file is larger than {ContractLimits.MaxFileBytes} bytes", SourcePlace.OfFile(file), "a contract of 512 channels needs 100 kB; is this the right file?");
        }
    }
}
