using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace Interlock.TestSupport;

/// <summary>
/// Compares text with a file that a person has read and approved, <c>Snapshots/&lt;name&gt;.txt</c> of the calling test project. On a
/// difference the new text is left beside it as <c>&lt;name&gt;.received.txt</c>: read it, and rename it when it is right.
/// </summary>
internal static class Approved
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Matches(string name, string text)
    {
        string project = Assembly.GetCallingAssembly().GetName().Name!;
        string folder = Path.Combine(SharedFiles.RepositoryRoot, "test", project, "Snapshots");
        string approved = Path.Combine(folder, $"{name}.txt");
        string received = Path.Combine(folder, $"{name}.received.txt");
        string actual = Normal(text);
        if (File.Exists(approved) && Normal(File.ReadAllText(approved)) == actual)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(received, actual);
        throw new XunitException($"The output differs from {approved}; the new one is {received}.\n{actual}");
    }

    // Cells are padded to the width of their column; editors strip that.
    private static string Normal(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd() + "\n";
}
