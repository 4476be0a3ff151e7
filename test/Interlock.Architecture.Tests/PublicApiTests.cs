using System.Reflection;

namespace Interlock.Architecture.Tests;

/// <summary>
/// The public surface of the embeddable rooms, as text under review. After an intended change run the tests once with
/// INTERLOCK_ACCEPT=1 and commit the new text.
/// </summary>
public sealed class PublicApiTests
{
    private const string AcceptVariable = "INTERLOCK_ACCEPT";

    [Theory]
    [InlineData("Interlock.Core")]
    [InlineData("Interlock.Guard")]
    [InlineData("Interlock.ExecSpec")]
    public void The_public_surface_is_the_reviewed_one(string assembly)
    {
        string baseline = Path.Combine(Repository.Root, "test", "Interlock.Architecture.Tests", "PublicApi", $"{assembly}.txt");
        string[] now = PublicApiText.Of(Assembly.Load(assembly));
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(baseline)!);
            File.WriteAllText(baseline, string.Join('\n', now) + "\n");
        }

        string[] reviewed = File.Exists(baseline) ? File.ReadAllLines(baseline) : [];
        string[] difference = [.. reviewed.Except(now).Select(line => $"- {line}"), .. now.Except(reviewed).Select(line => $"+ {line}")];
        Assert.True(
            difference.Length == 0,
            $"The public surface of {assembly} changed. If that is meant, run this test with {AcceptVariable}=1 and commit the text:\n{string.Join('\n', difference)}");
    }
}
