using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Keys;
using Interlock.Runtime.Configuration.Overrides;
using Interlock.Runtime.Configuration.Rules;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Configuration.Yaml;

namespace Interlock.Runtime.Configuration.Reading;

/// <summary>From text and overrides to checked settings.</summary>
internal static class RunFileParser
{
    /// <summary>The key of the format tag, which is no setting.</summary>
    public const string TagKey = "interlock";

    private const int LongestName = 128;

    public static RunFile? Parse(string text, string fileName, IReadOnlyList<string> overrides, DiagnosticCollector findings)
    {
        ReadingReport report = new(fileName, findings);
        if (RunFileText.RefuseTooLarge(text.Length, fileName, findings) || ReadRoot(text, fileName, report) is not { } root)
        {
            return null;
        }

        YamlMap changed = SettingOverrides.Apply(root, overrides, report);
        RunSettings settings = Read(TakeTag(changed, report), fileName, report);
        RuleReport rules = new(report, findings);
        RunRules.Check(settings, rules);
        return report.HasErrors || rules.HasErrors ? null : new RunFile(settings, fileName, report);
    }

    private static RunSettings Read(YamlMap root, string fileName, ReadingReport report)
    {
        RunSettings settings = (RunSettings)new SettingsReader(report).Read(KeyGroup.Of(typeof(RunSettings)), root, "");
        return settings.Name.Length > 0 ? settings : settings with { Name = StemOf(fileName) };
    }

    private static YamlMap? ReadRoot(string text, string fileName, ReadingReport report)
    {
        try
        {
            if (YamlTree.Read(text, fileName) is YamlMap root)
            {
                return root;
            }

            report.Error("RT005", "", new ValueOrigin(fileName, 1), "the file holds no run", $"begin with interlock: {RunFile.FormatTag}");
        }
        catch (DiagnosticException exception)
        {
            report.Adopt(exception);
        }

        return null;
    }

    private static YamlMap TakeTag(YamlMap root, ReadingReport report)
    {
        YamlEntry[] tags = [.. root.Entries.Where(entry => entry.Key == TagKey)];
        if (tags.Length > 1)
        {
            report.Error("RT007", TagKey, tags[1].Origin, $"the key '{TagKey}' is stated twice", "keep one of the two");
        }

        YamlValue? tag = tags.FirstOrDefault()?.Value;
        if (tag is not YamlScalar { Text: RunFile.FormatTag })
        {
            string found = tag is YamlScalar other ? $"format {Quoted.Of(other.Text)} is not known" : $"the format tag '{TagKey}' is missing";
            report.Error("RT005", TagKey, tag?.Origin ?? root.Origin, found, $"write {TagKey}: {RunFile.FormatTag}");
        }

        return root with { Entries = [.. root.Entries.Where(entry => entry.Key != TagKey)] };
    }

    private static string StemOf(string fileName)
    {
        string stem = Path.GetFileName(fileName).Split('.')[0];
        return stem.Length is 0 or > LongestName || !PrintableText.IsPrintable(stem) ? "unnamed" : stem;
    }
}
