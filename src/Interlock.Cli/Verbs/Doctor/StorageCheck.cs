using Interlock.Core.Diagnostics;
using Interlock.Datasets.Hub;

namespace Interlock.Cli.Verbs.Doctor;

/// <summary>Disk and folders that Interlock writes to.</summary>
internal static class StorageCheck
{
    private const double GibibyteBytes = 1L << 30;

    /// <summary>An hour of a recorded arm with cameras.</summary>
    private const double ComfortableDiskGiB = 5;

    public static IEnumerable<MachineFinding> Run()
    {
        yield return FreeDisk(Environment.CurrentDirectory);
        yield return Cache();
        yield return Folder("temporary_folder", Path.GetTempPath(), MachineStatus.Unusable, "set TMPDIR to a folder that you may write to");
    }

    private static MachineFinding FreeDisk(string folder)
    {
        try
        {
            double freeGiB = new DriveInfo(folder).AvailableFreeSpace / GibibyteBytes;
            return MachineFinding.Of("free_disk", freeGiB >= ComfortableDiskGiB, $"{freeGiB:F1} GiB at {folder}", "free some space before recording: 5 GiB hold about an hour with cameras");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new MachineFinding("free_disk", MachineStatus.Advice, $"not known at {folder}", exception.Message);
        }
    }

    private static MachineFinding Cache()
    {
        const string fix = "set HF_HOME to a folder that you may write to, for downloaded datasets";
        try
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return Folder("cache_folder", HubSettings.FromEnvironment(Environment.GetEnvironmentVariable, home).CacheFolder, MachineStatus.Advice, fix);
        }
        catch (Exception exception) when (exception is DiagnosticException or IOException or UnauthorizedAccessException)
        {
            return new MachineFinding("cache_folder", MachineStatus.Advice, "not known", exception.Message);
        }
    }

    private static MachineFinding Folder(string name, string folder, MachineStatus ifNot, string fix) =>
        IsWritable(folder)
            ? new MachineFinding(name, MachineStatus.Ok, $"{folder} is writable")
            : new MachineFinding(name, ifNot, $"{folder} is not writable", fix);

    /// <summary>Tries it in the folder, or in its nearest existing ancestor, and leaves nothing behind.</summary>
    private static bool IsWritable(string folder)
    {
        string? existing = Path.GetFullPath(folder);
        while (existing is not null && !Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing);
        }

        try
        {
            string probe = Path.Combine(existing ?? folder, $".interlock-doctor-{Environment.ProcessId}");
            File.Create(probe, 1, FileOptions.DeleteOnClose).Dispose();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
