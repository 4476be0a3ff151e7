using Interlock.Core.Diagnostics;
using Interlock.Datasets.Hub;

namespace Interlock.Cli.Verbs.Doctor;

/// <summary>Disk and folders that Interlock writes to.</summary>
internal static class StorageCheck
{
    private const double GibibyteBytes = 1L << 30;

    /// <summary>A session of recording.</summary>
    private const double ComfortableHours = 1;

    /// <summary>Looks at disk and folders.</summary>
    /// <param name="recordings">Folder that recordings go to; it need not exist yet.</param>
    /// <param name="mbPerS">How fast a recording grows.</param>
    public static IEnumerable<MachineFinding> Run(string recordings, double mbPerS)
    {
        yield return FreeDisk(NearestExisting(recordings) ?? recordings, mbPerS);
        yield return Folder("recording_folder", recordings, MachineStatus.Advice, "give the recording a path that you may write to (recording.path in run.yaml)");
        yield return Folder("current_folder", Environment.CurrentDirectory, MachineStatus.Advice, "work in a folder that you may write to, or name the files to write");
        yield return Cache();
        yield return Folder("temporary_folder", Path.GetTempPath(), MachineStatus.Unusable, "set TMPDIR to a folder that you may write to");
    }

    private static MachineFinding FreeDisk(string folder, double mbPerS)
    {
        try
        {
            double freeBytes = new DriveInfo(folder).AvailableFreeSpace;
            double hours = RecordingRate.HoursIn(freeBytes, mbPerS);
            return MachineFinding.Of(
                "free_disk",
                hours >= ComfortableHours,
                $"{freeBytes / GibibyteBytes:F1} GiB at {folder}: {hours:F1} h of recording at {mbPerS:G3} MB/s",
                "free some space before recording, or keep only what surrounds an event (recording.mode: ring in run.yaml)");
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
            return Folder(
                "cache_folder",
                HubSettings.FromEnvironment(Environment.GetEnvironmentVariable, home).CacheFolder,
                MachineStatus.Advice,
                fix);
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
        try
        {
            string probe = Path.Combine(NearestExisting(folder) ?? folder, $".interlock-doctor-{Environment.ProcessId}");
            File.Create(probe, 1, FileOptions.DeleteOnClose).Dispose();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string? NearestExisting(string folder)
    {
        string? existing = Path.GetFullPath(folder);
        while (existing is not null && !Directory.Exists(existing))
        {
            existing = Path.GetDirectoryName(existing);
        }

        return existing;
    }
}
