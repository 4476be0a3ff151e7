using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Rules;

/// <summary>Every file that is read has to exist; recording and tokens are written and need not.</summary>
internal static class FileRules
{
    public static void Check(RunFile file, RuleReport report)
    {
        foreach (KeyValue item in SettingsWalk.Of(file.Settings).Where(item => item.Key.Facts.IsPath && item.Path is not ("recording.path" or "live.token_file")))
        {
            if (item.Value is string path)
            {
                Check(file, path, item.Path, report);
            }
            else if (item.Value is IReadOnlyList<string> paths)
            {
                for (int i = 0; i < paths.Count; i++)
                {
                    Check(file, paths[i], $"{item.Path}[{i}]", report);
                }
            }
        }
    }

    private static void Check(RunFile file, string path, string key, RuleReport report)
    {
        if (!Path.Exists(file.Resolve(path)))
        {
            report.Error("RT025", key, $"there is no {path}", "relative paths count from the folder of the run file");
        }
    }
}
