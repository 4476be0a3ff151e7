using System.Runtime.InteropServices;

namespace Interlock.Policies.Onnx.Native;

/// <summary>The places where the library may lie, in order.</summary>
internal static class LibrarySearch
{
    private const string RepositoryMark = "Interlock.slnx";
    private const string NativesFolder = "eng/natives/lib";

    /// <summary>A named file, or the file in a named folder.</summary>
    public static string Named(string path) =>
        Directory.Exists(path) ? FileNames().Select(name => Path.Combine(path, name)).FirstOrDefault(File.Exists, Path.Combine(path, FileNames()[0])) : path;

    /// <summary>Files beside the application, then in the checkout that it was built or started in.</summary>
    public static IEnumerable<string> Files()
    {
        string application = AppContext.BaseDirectory;
        string identifier = $"{System}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        IEnumerable<string> folders =
        [
            application,
            Path.Combine(application, "runtimes", identifier, "native"),
            .. Checkouts().Select(root => Path.Combine(root, NativesFolder, identifier)),
        ];
        return folders.SelectMany(folder => FileNames().Select(name => Path.Combine(folder, name)));
    }

    /// <summary>Names that the system's loader is asked for.</summary>
    public static IReadOnlyList<string> FileNames() => System switch
    {
        "win" => ["onnxruntime.dll"],
        "osx" => ["libonnxruntime.1.dylib", "libonnxruntime.dylib"],
        _ => ["libonnxruntime.so.1", "libonnxruntime.so"],
    };

    private static string System => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";

    private static IEnumerable<string> Checkouts() =>
        new[] { CheckoutAbove(AppContext.BaseDirectory), CheckoutAbove(Directory.GetCurrentDirectory()) }.OfType<string>().Distinct();

    private static string? CheckoutAbove(string start)
    {
        DirectoryInfo? folder = new(start);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, RepositoryMark)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
