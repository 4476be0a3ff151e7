using Interlock.TestSupport;

namespace Interlock.Dashboard.Tests.Plots;

/// <summary>Pictures that were looked at and accepted. INTERLOCK_ACCEPT=1 writes the present ones.</summary>
internal static class Snapshots
{
    public static void Check(string name, string text)
    {
        string path = Path.Combine(SharedFiles.RepositoryRoot, "test", "Interlock.Dashboard.Tests", "Plots", "Accepted", name);
        if (Environment.GetEnvironmentVariable("INTERLOCK_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }
}
