using Interlock.Core.Diagnostics;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Recovery;

namespace Interlock.Cli.Verbs.Record;

/// <summary>An MCAP file as it is or, where it is unfinished or damaged, what could be recovered of it into a folder that goes away.</summary>
internal sealed class OpenedRecording : IDisposable
{
    private readonly string? _copyFolder;

    private OpenedRecording(McapReader reader, McapRecoveryReport? recovery, Diagnostic? fault, string? copyFolder)
    {
        Reader = reader;
        Recovery = recovery;
        Fault = fault;
        _copyFolder = copyFolder;
    }

    public McapReader Reader { get; }

    /// <summary>Null when the file was read as it is.</summary>
    public McapRecoveryReport? Recovery { get; }

    /// <summary>Why the file could not be read as it is; null when it could.</summary>
    public Diagnostic? Fault { get; }

    /// <exception cref="DiagnosticException">RC codes: it is no MCAP file, it cannot be opened, or there is nothing to save.</exception>
    public static OpenedRecording Open(string path)
    {
        try
        {
            return new OpenedRecording(McapReader.Open(path), null, null, null);
        }
        catch (DiagnosticException exception) when (exception.Diagnostics[0].Code is not ("RC001" or "RC007" or "RC011" or "RC012"))
        {
            return Recovered(path, exception.Diagnostics[0]);
        }
    }

    public void Dispose()
    {
        Reader.Dispose();
        if (_copyFolder is not null)
        {
            Directory.Delete(_copyFolder, recursive: true);
        }
    }

    private static OpenedRecording Recovered(string path, Diagnostic fault)
    {
        string folder = Directory.CreateTempSubdirectory("interlock-record-").FullName;
        try
        {
            string copy = Path.Combine(folder, "recovered.mcap");
            McapRecoveryReport report = McapRecovery.Recover(path, copy);
            return new OpenedRecording(McapReader.Open(copy), report, fault, folder);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }
}
