using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Signing.Trust;

namespace Interlock.Cli.Verbs.Doctor;

/// <summary>The folder of public keys that decides whose certificates are believed.</summary>
internal static class TrustCheck
{
    private const string Name = "trust_store";
    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Looks at a folder; null where none was named.</summary>
    public static MachineFinding? Run(string? folder)
    {
        if (folder is null)
        {
            return null;
        }

        try
        {
            TrustStore store = TrustStore.Open(folder, new DiagnosticCollector());
            return IntrudersIn(folder) is { } loose
                ? new MachineFinding(Name, MachineStatus.Advice, $"{loose} can be written by others than its owner", $"chmod go-w '{loose}': whoever can add a key there decides what runs")
                : new MachineFinding(Name, MachineStatus.Ok, $"{folder}: {store.Keys.Count} keys, {store.Threshold} signatures needed, {store.RevokedKeys.Count} keys revoked");
        }
        catch (DiagnosticException exception)
        {
            Diagnostic first = exception.Diagnostics.First(finding => finding.Severity == DiagnosticSeverity.Error);
            return new MachineFinding(Name, MachineStatus.Unusable, $"{folder}: {first.Code} {first.Message}", first.Hint ?? "make a folder with the public keys (*.pem) to believe");
        }
    }

    /// <summary>The folder itself, or the first file in it, that somebody else may change; null for none.</summary>
    private static string? IntrudersIn(string folder) => OperatingSystem.IsWindows()
        ? null
        : Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Prepend(folder).FirstOrDefault(IsLoose);

    private static bool IsLoose(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & WritableByOthers) != 0;
}
