using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.ExecSpec.Manifest.Hashing;

/// <summary>Finds the files of a folder; what cannot be part of a manifest becomes a finding.</summary>
internal sealed class FolderWalk(string root, IgnoreList ignored, DiagnosticCollector findings)
{
    private const int MostFiles = 100_000;
    private const int LargestDepth = 64;
    private const int MostFindings = 100;

    private readonly List<FoundFile> _files = [];

    public IReadOnlyList<FoundFile> Files()
    {
        Enter(new DirectoryInfo(root), prefix: "", depth: 0);
        return _files;
    }

    private bool IsFull => _files.Count > MostFiles || findings.Items.Count >= MostFindings;

    private void Enter(DirectoryInfo folder, string prefix, int depth)
    {
        if (depth > LargestDepth)
        {
            Refuse(ManifestCodes.TooLarge, prefix, $"folders are nested more than {LargestDepth} deep");
            return;
        }

        try
        {
            foreach (FileSystemInfo entry in folder.EnumerateFileSystemInfos())
            {
                Take(entry, prefix + entry.Name, depth);
                if (IsFull)
                {
                    break;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Refuse(ManifestCodes.Unreadable, prefix, $"the folder cannot be read: {exception.Message}");
        }
    }

    private void Take(FileSystemInfo entry, string relative, int depth)
    {
        if (ignored.Contains(relative))
        {
            return;
        }

        if (!PortablePath.IsPortable(entry.Name) || relative.Length > PortablePath.Longest)
        {
            Refuse(ManifestCodes.NameNotPortable, relative, PortablePath.Problem, "rename it");
        }
        else if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            Refuse(
                ManifestCodes.SymbolicLink,
                relative,
                "it is a symbolic link, and what it points to can change without the signature breaking",
                "put the file itself into the folder; a Hugging Face cache holds links, hf download --local-dir files");
        }
        else if (entry is DirectoryInfo folder)
        {
            Enter(folder, relative + "/", depth + 1);
        }
        else
        {
            TakeFile(entry, relative);
        }
    }

    private void TakeFile(FileSystemInfo entry, string relative)
    {
        switch (FileState.OfPath(entry.FullName))
        {
            case { IsRegular: true } state when _files.Count < MostFiles:
                _files.Add(new FoundFile(relative, entry.FullName, state.Identity));
                break;
            case { IsRegular: true }:
                Refuse(ManifestCodes.TooLarge, relative, $"there are more than {MostFiles} files");
                _files.Add(new FoundFile(relative, entry.FullName, default));
                break;
            case null:
                Refuse(ManifestCodes.Unreadable, relative, "the file cannot be looked at");
                break;
            default:
                Refuse(ManifestCodes.NotRegular, relative, "it is a pipe, a socket or a device, not a file");
                break;
        }
    }

    private void Refuse(string code, string relative, string message, string? hint = null) =>
        findings.Error(code, $"{Quoted.Of(relative)}: {message}", SourcePlace.OfFile(root), hint);
}
