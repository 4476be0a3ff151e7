namespace Interlock.Cli.Verbs.Doctor;

/// <summary>Terminal and sample data.</summary>
internal static class SurroundingsCheck
{
    private const string SharedData = "shared/data";

    public static IEnumerable<MachineFinding> Run(VerbHost host)
    {
        yield return new MachineFinding(
            "terminal",
            MachineStatus.Ok,
            host.IsTerminal ? $"yes, {host.Width} characters wide" : "no: progress is printed as plain lines");
        string? data = FindUpwards(Environment.CurrentDirectory);
        yield return MachineFinding.Of(
            "shared_data",
            data is not null,
            data ?? "not found",
            "only the tests on real demonstrations need it: put it in a folder named 'shared' beside the checkout");
    }

    private static string? FindUpwards(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, SharedData);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
