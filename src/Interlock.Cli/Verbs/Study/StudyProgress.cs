namespace Interlock.Cli.Verbs.Study;

/// <summary>Names each policy while it is judged; silent where nobody watches, since a study takes seconds.</summary>
internal static class StudyProgress
{
    public static Action<string>? On(VerbHost host) => host.IsTerminal ? name => host.Error.WriteLine($"judging {name} …") : null;
}
