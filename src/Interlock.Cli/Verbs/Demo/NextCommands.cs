namespace Interlock.Cli.Verbs.Demo;

/// <summary>What to try on the files of the demo.</summary>
internal static class NextCommands
{
    private const string StepLog = "labelled.jsonl";

    /// <param name="folder">The demo's.</param>
    /// <param name="fault">One that was injected.</param>
    public static IEnumerable<string> For(string folder, string fault)
    {
        string At(string name) => Quoted(Path.Combine(folder, name));
        yield return $"interlock info {At(DemoFiles.Demonstrations)}";
        yield return $"interlock replay {At(DemoFiles.Recording(fault))}";
        yield return $"interlock report {At(DemoFiles.Recording(fault))}";
        yield return $"interlock dashboard {Quoted(folder)}";
        yield return $"interlock run {At(DemoFiles.RunFile)}";
        yield return $"interlock calibrate {At(DemoFiles.Demonstrations)} --output {At("again")}";
        yield return $"interlock replay {At(DemoFiles.WithoutGuard)} --contract {At(DemoFiles.Contract)}";
        yield return $"interlock replay {At(DemoFiles.Labelled)} --contract {At(DemoFiles.Contract)} --jsonl > {At(StepLog)}";
        yield return $"interlock study {At(StepLog)}";
    }

    private static string Quoted(string path) => path.Contains(' ') ? $"\"{path}\"" : path;
}
