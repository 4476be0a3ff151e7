using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration.Effective;
using Interlock.Runtime.Configuration.Reading;
using Interlock.Runtime.Configuration.Rules;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Configuration;

/// <summary>A <c>*.run.yaml</c> that was read and checked, with the place where each of its values was written.</summary>
public sealed class RunFile
{
    /// <summary>Format and version, the first key of every file.</summary>
    public const string FormatTag = "run/1";

    private readonly ReadingReport _places;

    internal RunFile(RunSettings settings, string fileName, ReadingReport places)
    {
        Settings = settings;
        FileName = fileName;
        Folder = Path.GetDirectoryName(Path.GetFullPath(fileName)) ?? Path.GetFullPath(fileName);
        _places = places;
    }

    /// <summary>What the file, the overrides and the defaults say together.</summary>
    public RunSettings Settings { get; }

    /// <summary>The file as the user named it.</summary>
    public string FileName { get; }

    /// <summary>The folder of the file, absolute.</summary>
    public string Folder { get; }

    /// <summary>Reads and checks a file. The environment is never consulted.</summary>
    /// <param name="path">The file, at most 1 MiB.</param>
    /// <param name="overrides">Each <c>path.of.key=value</c>, for instance <c>schedule.blending=replace</c> or <c>cameras[0].max_age_ms=50</c>.</param>
    /// <param name="findings">Takes every finding (RT001 to RT049).</param>
    /// <returns>The file, or null when there was an error.</returns>
    public static RunFile? Load(string path, IReadOnlyList<string> overrides, DiagnosticCollector findings)
    {
        string? text = RunFileText.Read(path, findings);
        return text is null ? null : Parse(text, path, overrides, findings);
    }

    /// <summary>Reads and checks the text of a file.</summary>
    /// <param name="text">The YAML document.</param>
    /// <param name="fileName">The file as findings name it; its folder is that of relative paths, its stem the name where the text has none.</param>
    /// <param name="overrides">As for <see cref="Load"/>.</param>
    /// <param name="findings">Takes every finding.</param>
    /// <returns>The file, or null when there was an error.</returns>
    public static RunFile? Parse(string text, string fileName, IReadOnlyList<string> overrides, DiagnosticCollector findings) =>
        RunFileParser.Parse(text, fileName, overrides, findings);

    /// <summary>A path of the settings as the file system knows it: relative ones count from the file's folder.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Folder);

    /// <summary>Reports every named file or folder that does not exist (RT025).</summary>
    public void CheckFiles(DiagnosticCollector findings) => FileRules.Check(this, new RuleReport(_places, findings));

    /// <summary>Reports what does not go together with the contract, the rates above all.</summary>
    public void CheckAgainst(SafetyContract contract, DiagnosticCollector findings) =>
        ContractAgreement.Check(Settings, contract, new RuleReport(_places, findings));

    /// <summary>Every key with its value and where that comes from.</summary>
    /// <param name="contract">The contract of the run; null leaves out what it would decide.</param>
    public EffectiveConfig Effective(SafetyContract? contract = null) => new(this, _places, contract);
}
