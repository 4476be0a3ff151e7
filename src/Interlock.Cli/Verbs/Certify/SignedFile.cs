using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Signing;

namespace Interlock.Cli.Verbs.Certify;

/// <summary>Envelopes on the disk.</summary>
internal static class SignedFile
{
    public static byte[] ReadBytes(string path)
    {
        SourcePlace place = SourcePlace.OfFile(path);
        try
        {
            using FileStream stream = File.OpenRead(path);
            if (stream.Length > DsseEnvelope.LargestFile)
            {
                throw new DiagnosticException("EX216", $"the file has {stream.Length} bytes, at most {DsseEnvelope.LargestFile} are read", place);
            }

            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DiagnosticException("EX216", "there is no such file", place, "check the path");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException("EX216", $"the file cannot be read: {exception.Message.TrimEnd('.')}", place, "check the path and its permissions");
        }
    }

    public static DsseEnvelope Read(string path) => DsseEnvelope.Read(ReadBytes(path), path);

    public static void Write(string path, DsseEnvelope envelope) => AtomicFile.Write((path, stream => stream.Write(envelope.ToJson())));
}
