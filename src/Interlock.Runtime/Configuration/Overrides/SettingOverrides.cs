using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Reading;
using Interlock.Runtime.Configuration.Yaml;

namespace Interlock.Runtime.Configuration.Overrides;

/// <summary>
/// Puts the values of <c>--set path=value</c> into the tree before it is read, so that every rule of the file holds for them as well.
/// The value <c>~</c> takes a key out of the file.
/// </summary>
internal static class SettingOverrides
{
    private const string Removal = "~";

    public static YamlMap Apply(YamlMap root, IReadOnlyList<string> overrides, ReadingReport report)
    {
        foreach (string text in overrides)
        {
            root = Apply(root, text, report);
        }

        return root;
    }

    private static YamlMap Apply(YamlMap root, string text, ReadingReport report)
    {
        ValueOrigin origin = new($"--set {Quoted.Of(text).Trim('\'')}", null);
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string path = (equals < 0 ? text : text[..equals]).Trim();
        if (equals < 0 || KeyRoute.Find(path) is not { } route)
        {
            report.Error("RT015", "", origin, "this is no path=value", "write for example schedule.blending=replace or cameras[0].max_age_ms=50");
            return root;
        }

        try
        {
            return (YamlMap)TreeGraft.Put(root, [.. route.Steps], ValueOf(route, text[(equals + 1)..], origin), origin)!;
        }
        catch (DiagnosticException exception)
        {
            report.Adopt(exception);
            return root;
        }
    }

    private static YamlValue? ValueOf(KeyRoute route, string value, ValueOrigin origin) =>
        value == Removal ? null
        : route.LeadsToText ? new YamlScalar(origin, value, IsPlain: value.Length == 0)
        : YamlTree.ReadFlag(value, origin.Source) ?? new YamlScalar(origin, "", IsPlain: true);
}
