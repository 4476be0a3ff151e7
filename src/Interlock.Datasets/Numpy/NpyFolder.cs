using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>npy files of one folder, or a single one of them.</summary>
internal sealed class NpyFolder(string location, string folder, IReadOnlyList<string> names) : IArrayStore
{
    public const string Ending = ".npy";

    public string Location => location;

    public string Format => "npy";

    public IReadOnlyList<string> Names => names;

    public static NpyFolder Of(string location, string folder) => new(
        location,
        folder,
        [.. DatasetFile.Entries(folder)
            .Where(path => path.EndsWith(Ending, StringComparison.Ordinal))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal)]);

    public ArrayFile Open(string name)
    {
        string path = Path.Combine(folder, name + Ending);
        FileStream stream = DatasetFile.OpenRead(path);
        return new ArrayFile(stream, stream.Length, SourcePlace.OfFile(path));
    }
}
