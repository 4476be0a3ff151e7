using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Import.Sources;

/// <summary>A pickle is a program that runs when it is loaded; torch files are pickles in a zip. None is opened here.</summary>
internal static class PickleRefusal
{
    private const byte ProtocolOpcode = 0x80;
    private const byte FirstBinaryProtocol = 2;
    private const byte LastProtocol = 5;

    private static readonly string[] Suffixes = [".pkl", ".pickle", ".pt", ".pth", ".bin", ".ckpt"];

    public static void ThrowIfPickle(string path, string full)
    {
        Span<byte> head = stackalloc byte[4];
        head = head[..Head(path, full, head)];
        bool pickled = head is [ProtocolOpcode, >= FirstBinaryProtocol and <= LastProtocol, ..];
        bool zipped = head.SequenceEqual("PK\u0003\u0004"u8);
        bool named = Suffixes.Contains(Path.GetExtension(full), StringComparer.OrdinalIgnoreCase);
        if (pickled || zipped || named)
        {
            throw new DiagnosticException(
                ImportCode.Pickle,
                zipped ? "this is a zip archive, in which torch keeps pickles; a pickle runs code when it is loaded and is not opened"
                    : "this is a pickle, which runs code when it is loaded; it is not opened",
                SourcePlace.OfFile(path),
                "give the JSON or safetensors file of the statistics, or the folder that holds it");
        }
    }

    private static int Head(string path, string full, Span<byte> head)
    {
        try
        {
            using FileStream stream = File.OpenRead(full);
            return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(ImportCode.Unreadable, $"cannot be read: {exception.Message}", SourcePlace.OfFile(path));
        }
    }
}
