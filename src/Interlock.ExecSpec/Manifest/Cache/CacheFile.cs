using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Manifest.Hashing;
using Microsoft.Win32.SafeHandles;

namespace Interlock.ExecSpec.Manifest.Cache;

/// <summary>The file of the hash cache, one line of JSON per digest. Whatever is wrong with it costs time and never truth.</summary>
internal sealed class CacheFile(string path, DiagnosticCollector? findings)
{
    private const string Name = "hashes.jsonl";
    private const int LargestFile = 32 << 20;
    private const UnixFileMode OwnerOnlyFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerOnlyFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string Folder => Path.GetDirectoryName(path)!;

    public static CacheFile In(string folder, DiagnosticCollector? findings) => new(Path.Combine(Path.GetFullPath(folder), Name), findings);

    /// <summary>The lines that are whole, by path.</summary>
    public Dictionary<string, CacheLine> Read()
    {
        Dictionary<string, CacheLine> lines = new(StringComparer.Ordinal);
        try
        {
            foreach (CacheLine line in FileState.OfPath(path) is { IsRegular: true } ? Lines(Bytes()) : [])
            {
                lines.TryAdd(line.Path, line);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Note($"the hash cache cannot be read, every file is hashed: {exception.Message}");
        }

        return lines;
    }

    public void Write(IReadOnlyList<CacheLine> lines)
    {
        string partial = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}.partial");
        try
        {
            MakeFolder();
            FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnlyFile;
            }

            using (FileStream stream = new(partial, options))
            {
                stream.Write(Text(lines));
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Note($"the hash cache cannot be written: {exception.Message}");
        }
    }

    private byte[] Bytes()
    {
        using SafeFileHandle handle = File.OpenHandle(path);
        long size = RandomAccess.GetLength(handle);
        if (size > LargestFile)
        {
            Note($"the hash cache has {size} bytes, at most {LargestFile} are read; every file is hashed");
            return [];
        }

        if (!OperatingSystem.IsWindows() && ((File.GetUnixFileMode(handle) | File.GetUnixFileMode(Folder)) & WritableByOthers) != 0)
        {
            Note("the hash cache may be written by others and is not used; every file is hashed");
            return [];
        }

        byte[] bytes = new byte[size];
        int read = RandomAccess.Read(handle, bytes, 0);
        return bytes[..read];
    }

    private static IEnumerable<CacheLine> Lines(byte[] bytes)
    {
        for (ReadOnlyMemory<byte> rest = bytes; !rest.IsEmpty;)
        {
            int end = rest.Span.IndexOf((byte)'\n');
            if (end < 0)
            {
                yield break;
            }

            if (CacheLine.Parse(rest[..end]) is { } line)
            {
                yield return line;
            }

            rest = rest[(end + 1)..];
        }
    }

    private static byte[] Text(IReadOnlyList<CacheLine> lines)
    {
        ArrayBufferWriter<byte> output = new();
        using Utf8JsonWriter writer = new(output, Options);
        foreach (CacheLine line in lines)
        {
            line.Write(writer);
            writer.Flush();
            output.Write("\n"u8);
            writer.Reset();
        }

        return output.WrittenSpan.ToArray();
    }

    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Folder);
        }
        else
        {
            Directory.CreateDirectory(Folder, OwnerOnlyFolder);
        }
    }

    private void Note(string message) =>
        findings?.Warn(ManifestCodes.CacheUnusable, message, SourcePlace.OfFile(path), "remove it, and keep the folder private");
}
