namespace Interlock.Cli.Verbs.Demo;

/// <summary>What to try on the files of the demo.</summary>
internal static class NextCommands
{
    public static IEnumerable<string> For(string folder)
    {
        string At(string name) => Quoted(Path.Combine(folder, name));
        yield return $"interlock info {At(DemoFiles.Demonstrations)}";
        yield return $"interlock calibrate {At(DemoFiles.Demonstrations)} --json";
        yield return $"interlock replay {At(DemoFiles.WithoutGuard)} --contract {At(DemoFiles.Contract)}";
        yield return $"interlock study {At(DemoFiles.Labelled)}";
    }

    private static string Quoted(string path) => path.Contains(' ') ? $"\"{path}\"" : path;
}
