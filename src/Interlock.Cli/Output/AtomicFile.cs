using System.Text;

namespace Interlock.Cli.Output;

/// <summary>Writes files whole or not at all: temporary neighbours are renamed over the targets when all of them are complete.</summary>
internal static class AtomicFile
{
    public static void Write(params (string Path, Action<Stream> Write)[] files)
    {
        try
        {
            WriteAll(files);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{string.Join(" and ", files.Select(file => file.Path))} cannot be written: {exception.Message}", exception);
        }
    }

    private static void WriteAll((string Path, Action<Stream> Write)[] files)
    {
        (string Target, string Partial)[] places = [.. files.Select(file => (Path.GetFullPath(file.Path), $"{Path.GetFullPath(file.Path)}.partial"))];
        try
        {
            for (int i = 0; i < files.Length; i++)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(places[i].Target)!);
                using FileStream stream = File.Create(places[i].Partial);
                files[i].Write(stream);
            }

            foreach ((string target, string partial) in places)
            {
                File.Move(partial, target, overwrite: true);
            }
        }
        finally
        {
            foreach ((_, string partial) in places.Where(place => File.Exists(place.Partial)))
            {
                File.Delete(partial);
            }
        }
    }

    public static void WriteText(string path, string text) => Write((path, TextOf(text)));

    /// <summary>Writes text in UTF-8 without a mark.</summary>
    public static Action<Stream> TextOf(string text) => stream => stream.Write(Encoding.UTF8.GetBytes(text));
}
