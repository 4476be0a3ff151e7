using Interlock.Core.Diagnostics;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Recovery;

namespace Interlock.Recording.Flight.Reading;

/// <summary>Opens a recording; one that was not finished or is damaged is recovered into a temporary file that goes with the reader.</summary>
internal static class RecordingFile
{
    private static readonly FileStreamOptions GoesWhenClosed = new() { Mode = FileMode.Open, Options = FileOptions.DeleteOnClose };

    public static (McapReader Reader, McapRecoveryReport? Recovery) Open(string path)
    {
        try
        {
            return (McapReader.Open(path), null);
        }
        catch (DiagnosticException exception) when (exception.Diagnostics[0].Code is not ("RC001" or "RC007" or "RC011" or "RC012"))
        {
            return Recovered(path);
        }
    }

    public static (McapReader Reader, McapRecoveryReport? Recovery) Recovered(string path)
    {
        string copy = Path.GetTempFileName();
        try
        {
            McapRecoveryReport report = Recover(path, copy);
            return (McapReader.Open(new FileStream(copy, GoesWhenClosed), path), report);
        }
        catch
        {
            File.Delete(copy);
            throw;
        }
    }

    private static McapRecoveryReport Recover(string path, string copy)
    {
        using FileStream damaged = McapFile.OpenRead(path);
        using FileStream target = File.Create(copy);
        return McapRecovery.Recover(damaged, target, path);
    }
}
