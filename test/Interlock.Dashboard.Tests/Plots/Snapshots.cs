using System.Runtime.CompilerServices;

namespace Interlock.Dashboard.Tests.Plots;

/// <summary>Pictures that were looked at and accepted. INTERLOCK_ACCEPT=1 writes the present ones.</summary>
internal static class Snapshots
{
    public static void Check(string name, string text)
    {
        string path = Path.Combine(Folder(), "Accepted", name);
        if (Environment.GetEnvironmentVariable("INTERLOCK_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
